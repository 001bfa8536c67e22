/** What stands in the address of the trend, and which days its line has. */
import { EVERYTHING } from '../../../admin/src/api/coverage-question';
import type { TrendQuestion } from '../../../admin/src/api/trend';
import {
  fitting,
  PLAIN_TREND,
  readAddress,
  trendOf,
  writeAddress,
} from '../../../admin/src/coverage/trend/address';
import { dayAfter, everyDay } from '../../../admin/src/coverage/trend/days';

const read = (query: string) => readAddress(new URLSearchParams(query));

const CELL: TrendQuestion = {
  ...{ figure: 'openDemand', stage: 'decision', persona: 'cfo & co' },
  ...{ locale: 'pt-BR', type: 'api::article.article', days: 365 },
};

describe('the address', () => {
  test('is empty for the plain trend, and short for others', () => {
    expect(read('')).toEqual(PLAIN_TREND);
    expect(writeAddress(PLAIN_TREND)).toBe('');
    expect(writeAddress({ ...PLAIN_TREND, stage: 'decision', figure: 'documents' })).toBe(
      'stage=decision'
    );
  });

  test('tells everything that was chosen', () => {
    expect(read(writeAddress(CELL))).toEqual(CELL);
    expect(writeAddress(CELL)).toContain('type=api::article.article');
  });

  test.each(['figure=profit', 'days=31', 'days=', 'persona=cfo', 'stage=&figure=target'])(
    'makes the plain trend of nonsense: %s',
    (query) => {
      expect(read(query)).toEqual(PLAIN_TREND);
    }
  );

  test('takes a figure that a place does not have for its documents', () => {
    expect(read('stage=decision&figure=target').figure).toBe('documents');
    expect(fitting({ ...CELL, figure: 'coverage' }).figure).toBe('documents');
    expect(fitting({ ...CELL, stage: null })).toEqual({ ...CELL, stage: null, persona: null });
  });

  test('comes from coverage with its locale, and its type when it is one', () => {
    const types = ['api::article.article', 'api::faq.faq'];
    expect(trendOf({ ...EVERYTHING, locale: 'de', types: types.slice(1) })).toEqual({
      ...{ ...PLAIN_TREND, locale: 'de', type: 'api::faq.faq' },
    });
    expect(trendOf({ ...EVERYTHING, types })).toEqual(PLAIN_TREND);
  });
});

describe('the days of the line', () => {
  test('are all that were asked for, over the end of a month and of summer time', () => {
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(everyDay({ points: [], from: '2026-03-28', to: '2026-04-01' })).toHaveLength(5);
  });

  test('have no value where there is no snapshot, and a dot where the neighbours have none', () => {
    const value = 0.5;
    const points = ['02', '04', '05'].map((day) => ({ day: `2026-01-${day}`, value }));
    const days = everyDay({ points, from: '2026-01-01', to: '2026-01-06' });
    expect(days.map((day) => day.value)).toEqual([null, value, null, value, value, null]);
    expect(days[1]?.isAlone).toBe(true);
    expect([days[3]?.isAlone, days[4]?.isAlone]).toEqual([false, false]);
  });
});
