/** How Strapi's edit form holds a relation, read and written. */
import {
  chosenTarget,
  chosenTargets,
  knowsValue,
  storedTargets,
  valueFor,
} from '../../../admin/src/content-manager/form-value';

const FIELD = 'personas';
const target = (id: number) => ({ id, documentId: `d${id}`, name: `N${id}` });
const [one, two, three] = [target(1), target(2), target(3)];
const TOUCHED = { [FIELD]: { connect: [], disconnect: [] } };

test('what is written is what is read, whatever was saved', () => {
  for (const saved of [[], [one], [one, two]]) {
    for (const chosen of [[], [one], [two], [two, three], [one, two, three]]) {
      const values = { [FIELD]: valueFor(chosen, saved, TOUCHED, FIELD) };
      expect(chosenTargets(values, FIELD, saved).map(({ id }) => id)).toEqual(
        chosen.map(({ id }) => id)
      );
      expect(knowsValue(values, FIELD)).toBe(true);
    }
  }
});

test('choosing what is saved gives back the value that the form began with', () => {
  expect(valueFor([one], [one], TOUCHED, FIELD)).toEqual({ connect: [], disconnect: [] });
  expect(valueFor([], [], {}, FIELD)).toBeUndefined();
  expect(valueFor([], [], { [FIELD]: null }, FIELD)).toBeNull();
});

test('right after a save, what was sent counts as stored, whatever was read before it', () => {
  const sent = { [FIELD]: valueFor([two], [one], TOUCHED, FIELD) };
  for (const read of [[one], [two]]) {
    const stored = storedTargets(sent, FIELD, read);
    expect(stored.map(({ id }) => id)).toEqual([2]);
    expect(chosenTargets(sent, FIELD, stored).map(({ id }) => id)).toEqual([2]);
    expect(valueFor([two], stored, sent, FIELD)).toBe(sent[FIELD]);
    const cleared = { [FIELD]: valueFor([], stored, sent, FIELD) };
    expect(cleared[FIELD]?.disconnect).toMatchObject([{ id: 2 }]);
    expect(chosenTargets(cleared, FIELD, stored)).toEqual([]);
  }
});

test('what the form sends names row and document', () => {
  expect(valueFor([two], [one], TOUCHED, FIELD)).toEqual({
    connect: [{ id: 2, apiData: { id: 2, documentId: 'd2', isTemporary: true }, label: 'N2' }],
    disconnect: [{ id: 1, apiData: { id: 1, documentId: 'd1' } }],
  });
});

test('reads what Strapi’s own input and the copy from another locale write', () => {
  const values = {
    [FIELD]: {
      connect: [
        { id: 2, apiData: { id: 2, documentId: 'd2' }, status: undefined, __temp_key__: 'a0' },
        { ...three, __temp_key__: 'a1' },
      ],
      disconnect: [],
    },
  };
  expect(knowsValue(values, FIELD)).toBe(true);
  expect(chosenTargets(values, FIELD, [one]).map(({ id }) => id)).toEqual([1, 2, 3]);
  // Of one target at most, the added one takes the place of what was there.
  expect(chosenTarget(values, FIELD, [one])).toMatchObject({ id: 3 });
});

test.each([
  ['a list', [1, 2]],
  ['a list to set', { set: [{ id: 1 }] }],
  ['rows without a document', { connect: [{ id: 1 }], disconnect: [] }],
  ['ids alone', { connect: [1], disconnect: [] }],
  ['a text', 'd1'],
])('does not claim to know %s', (_what, value) => {
  expect(knowsValue({ [FIELD]: value }, FIELD)).toBe(false);
});
