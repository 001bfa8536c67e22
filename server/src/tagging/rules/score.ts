/** Counting how far rules say what people said. No Strapi in here. */
import type { Agreement, RuleTrial, RulesTrial } from '../../../../contracts/tagging-rules';
import type { Suggestion } from './suggest';

/** Document ids of the tags that an entry has. */
export interface GivenTags {
  stage: string | null;
  personas: string[];
}

/** What an entry's suggestion gets wrong, if anything, and by which rule. */
export interface Wrong {
  about: 'stage' | 'personas';
  rule: string;
}

export type Score = Omit<RulesTrial, 'isSample' | 'disagreements'>;

const none = (): Agreement => ({ speaks: 0, agrees: 0 });

/** Starts counting. @param ids of the rules. */
export function emptyScore(ids: string[]): Score {
  const rules = ids.map((id): RuleTrial => ({
    id,
    fits: 0,
    stage: none(),
    personas: none(),
    places: 0,
  }));
  return { rules, stage: none(), personas: none(), places: 0, tagged: 0, untagged: 0 };
}

/**
 * Counts one entry. Without a stage it is untagged, and nobody has said yet for whom it is; with one, no
 * persona means everyone, which no rule suggests.
 * @returns where people said otherwise.
 */
export function countEntry(score: Score, given: GivenTags, suggested: Suggestion): Wrong[] {
  const { stage, personas, fitting } = suggested;
  const ruleOf = (id: string) => score.rules.find((rule) => rule.id === id);
  for (const id of fitting) {
    const rule = ruleOf(id);
    if (rule) rule.fits += 1;
  }
  if (given.stage === null) {
    score.untagged += 1;
    if (stage) {
      score.places += 1;
      const rule = ruleOf(stage.ruleId);
      if (rule) rule.places += 1;
    }
    return [];
  }
  score.tagged += 1;
  const wrong: Wrong[] = [];
  const judge = (about: Wrong['about'], rule: string, isRight: boolean) => {
    for (const counts of [score[about], ruleOf(rule)?.[about]]) {
      if (!counts) continue;
      counts.speaks += 1;
      if (isRight) counts.agrees += 1;
    }
    if (!isRight) wrong.push({ about, rule });
  };
  if (stage) judge('stage', stage.ruleId, stage.stage === given.stage);
  if (personas) judge('personas', personas.ruleId, sameSet(personas.personas, given.personas));
  return wrong;
}

function sameSet(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
