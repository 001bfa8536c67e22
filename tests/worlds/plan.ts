/** What a random world is made of, as plain data: fast-check prints it when a figure is wrong. */
import fc from 'fast-check';

import { LOCALES, WORLD_TYPES, type WorldLocale } from './site-types';

/** Numbers of a stage, of personas and of reps, taken modulo as many as the world has. */
export interface TagPlan {
  stage: number | null;
  personas: number[];
  contributors: number[];
}

/** When a live version was last published. */
export type Age =
  | { days: number }
  /** Right around the moment from which it is stale: `ms` is added to that moment. */
  | { border: 'default' | 'chosen'; ms: number };

export interface LocalePlan {
  locale: WorldLocale;
  /** Tags that come with the save of this locale; null brings none along. */
  tags: TagPlan | null;
  /** What happens after the save. Types without draft & publish know only `draft`. */
  life: 'draft' | 'published' | 'modified' | 'unpublished' | 'localeDeleted';
  /** Draft tags of a version that is modified after it was published. */
  modifiedTags: TagPlan;
  /** Tags written straight to the live version, past the sync of locales. */
  liveTags: TagPlan | null;
  age: Age;
}

export interface DocumentPlan {
  /** Number of the content type in `WORLD_TYPES`. */
  type: number;
  /** One at least; types without locales know only the first. */
  locales: LocalePlan[];
  deleted: boolean;
}

/** Numbers of stage, persona and type, taken modulo; null is Everyone, all types, all locales. */
export interface TargetPlan {
  stage: number;
  persona: number | null;
  type: number | null;
  locale: WorldLocale | null;
  /** Null takes a target away. */
  target: number | null;
}

export interface WorldPlan {
  stages: { alwaysOn: boolean; position: number; fate: 'stays' | 'deletedIfUnused' | 'vanishes' }[];
  personas: { position: number }[];
  documents: DocumentPlan[];
  /** Set one after the other: of several for one cell the last one holds. */
  targets: TargetPlan[];
  /** The `staleAfterDays` that a caller asks for. */
  staleAfterDays: number;
}

const many = { size: 'max' } as const;

const tags: fc.Arbitrary<TagPlan> = fc.record({
  stage: fc.option(fc.nat(6), { freq: 4 }),
  // One set of personas is a number of 50 bits: worlds with more are looked at around that border.
  personas: fc.uniqueArray(fc.oneof(fc.nat(59), fc.integer({ min: 48, max: 52 })), {
    maxLength: 3,
    ...many,
  }),
  contributors: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
});

const age: fc.Arbitrary<Age> = fc.oneof(
  fc.record({ days: fc.nat(400) }),
  fc.record({ border: fc.constantFrom('default', 'chosen'), ms: fc.integer({ min: -1, max: 1 }) })
);

const localePlan: fc.Arbitrary<LocalePlan> = fc.record({
  locale: fc.constantFrom(...LOCALES),
  tags: fc.option(tags, { freq: 3 }),
  life: fc.constantFrom(
    ...(['draft', 'published', 'published', 'modified', 'modified', 'unpublished'] as const),
    'localeDeleted'
  ),
  modifiedTags: tags,
  liveTags: fc.option(tags, { freq: 1 }),
  age,
});

const documentPlan: fc.Arbitrary<DocumentPlan> = fc.record({
  type: fc.nat(WORLD_TYPES.length - 1),
  locales: fc.uniqueArray(localePlan, {
    selector: ({ locale }) => locale,
    minLength: 1,
    maxLength: LOCALES.length,
    ...many,
  }),
  deleted: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

const targetPlan: fc.Arbitrary<TargetPlan> = fc.record({
  stage: fc.nat(6),
  persona: fc.option(fc.nat(5), { freq: 4 }),
  type: fc.option(fc.nat(4), { freq: 1 }),
  locale: fc.option(fc.constantFrom(...LOCALES), { freq: 1 }),
  target: fc.option(fc.nat(4), { freq: 8 }),
});

const stagePlan: fc.Arbitrary<WorldPlan['stages'][number]> = fc.record({
  alwaysOn: fc.boolean(),
  position: fc.nat(5),
  fate: fc.constantFrom('stays', 'stays', 'stays', 'stays', 'deletedIfUnused', 'vanishes'),
});
const personaPlan = fc.record({ position: fc.nat(5) });

const world = (
  stages: fc.Arbitrary<WorldPlan['stages']>,
  personas: fc.Arbitrary<WorldPlan['personas']>
): fc.Arbitrary<WorldPlan> =>
  fc.record({
    stages,
    personas,
    // Enough of them to meet in cells; now and then next to none.
    documents: fc.oneof(
      { weight: 9, arbitrary: fc.array(documentPlan, { minLength: 16, maxLength: 26, ...many }) },
      { weight: 1, arbitrary: fc.array(documentPlan, { maxLength: 3, ...many }) }
    ),
    targets: fc.array(targetPlan, { maxLength: 16, ...many }),
    staleAfterDays: fc.integer({ min: 1, max: 500 }),
  });

/** Random worlds. Positions of stages and personas may be equal. */
export const worldPlan = fc.oneof(
  world(
    fc.array(stagePlan, { maxLength: 7, ...many }),
    fc.array(personaPlan, { maxLength: 6, ...many })
  ),
  // Few cells, so that several documents stand in one.
  world(
    fc.array(stagePlan, { minLength: 1, maxLength: 3, ...many }),
    fc.array(personaPlan, { minLength: 1, maxLength: 2, ...many })
  )
);

/** Random worlds with just as many stages, none of which is deleted, and personas. */
export function worldPlanWith(size: { stages: number; personas: number }): fc.Arbitrary<WorldPlan> {
  const exactly = (length: number) => ({ minLength: length, maxLength: length });
  return world(
    fc.array(
      stagePlan.map((plan) => ({ ...plan, fate: 'stays' as const })),
      exactly(size.stages)
    ),
    fc.array(personaPlan, exactly(size.personas))
  );
}
