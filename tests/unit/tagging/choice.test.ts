/** What is chosen for an entry, what must be written for it, and what a page's address says. */
import type { QueueEntry } from '../../../contracts/tagging-queue';
import { filterBody, NO_FILTER, type TaggingFilter } from '../../../admin/src/api/tagging-filter';
import { readAddress, writeAddress } from '../../../admin/src/tagging/address';
import { changeOf, NO_CHANGE } from '../../../admin/src/tagging/bulk/change-form';
import { changeBetween, firstChoice, toggled } from '../../../admin/src/tagging/queue/choice';

const entry = (more: Partial<QueueEntry>): QueueEntry => ({
  ...{ type: 'api::a.a', documentId: 'x', locale: null, typeName: 'A', kind: 'collectionType' },
  ...{ title: 'X', excerpt: '', status: 'draft', stage: null, personas: [], suggestion: null },
  ...more,
});

test('what an entry has is chosen, and what is suggested for the rest', () => {
  const suggestion = {
    ...{ stage: 'decision', personas: ['cfo'] },
    reason: { rule: 'words' as const, detail: 'price' },
  };
  const champion = { slug: 'champion', name: 'Champion' };
  expect(firstChoice(entry({}))).toEqual({ stage: null, personas: [] });
  expect(firstChoice(entry({ suggestion }))).toEqual({ stage: 'decision', personas: ['cfo'] });
  expect(firstChoice(entry({ suggestion, personas: [champion] }))).toEqual({
    ...{ stage: 'decision', personas: ['champion'] },
  });
});

test('only what differs is written', () => {
  const none = { stage: null, personas: [] };
  expect(changeBetween(none, none)).toBeNull();
  expect(changeBetween(none, { stage: 'a', personas: [] })).toEqual({ stage: 'a' });
  const both = { stage: 'a', personas: ['x', 'y'] };
  expect(changeBetween(both, { stage: 'a', personas: ['y', 'x'] })).toBeNull();
  expect(changeBetween(both, none)).toEqual({ stage: null, personas: { mode: 'set', slugs: [] } });
  expect(toggled(toggled(both, 'z'), 'x').personas).toEqual(['y', 'z']);
});

test('the form of bulk tagging describes a change, or none yet', () => {
  const list = (mode: 'keep' | 'set' | 'add', ...slugs: string[]) => ({ mode, slugs });
  expect(changeOf(NO_CHANGE)).toBeNull();
  expect(changeOf({ ...NO_CHANGE, stage: '' })).toEqual({ stage: null });
  expect(changeOf({ ...NO_CHANGE, personas: list('add') })).toBeNull();
  expect(changeOf({ ...NO_CHANGE, stage: 'a', personas: list('add') })).toBeNull();
  expect(changeOf({ ...NO_CHANGE, personas: list('set') })).toEqual({ personas: list('set') });
  expect(changeOf({ ...NO_CHANGE, personas: list('keep', 'cfo'), stage: 'a' })).toEqual({
    stage: 'a',
  });
});

const filters: TaggingFilter[] = [
  NO_FILTER,
  { ...NO_FILTER, without: 'any', types: ['api::a.a', 'api::b.b'], words: 'berth, crane' },
  { ...NO_FILTER, without: 'persona', field: 'category', value: 'News', locale: 'de' },
  { ...NO_FILTER, changedFrom: '2026-01-01', changedTo: '2026-01-31' },
];

test.each(filters)('an address is read as it was written: %j', (filter) => {
  for (const view of ['queue', 'bulk'] as const) {
    const written = writeAddress({ view, filter });
    expect(readAddress(new URLSearchParams(written))).toEqual({ view, filter });
  }
});

test('a field without a value narrows nothing, and any address can be read', () => {
  expect(filterBody({ ...NO_FILTER, field: 'category' })).toEqual({ without: 'stage' });
  expect(filterBody({ ...NO_FILTER, without: 'any' })).toEqual({});
  const nonsense = new URLSearchParams('view=x&without=y&type=,,&words=%20&field=');
  expect(readAddress(nonsense)).toEqual({ view: 'queue', filter: NO_FILTER });
});
