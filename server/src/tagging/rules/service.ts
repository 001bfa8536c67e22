/** Suggestion rules as the rest of the plugin sees them. */
import type {
  DescribedRule,
  RuleTerm,
  SaveRulesBody,
  SuggestionRule,
  SuggestionRules,
} from '../../../../contracts/tagging-rules';
import type { Ability } from '../../read-access';
import { refusal } from '../../refusal';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';
import { ruleFields } from './choices';
import { describeRules } from './describe';
import { keptRules, replaceRules } from './store';
import { tryRules } from './trial';

export function taggingRulesService({ strapi }: { strapi: Strapi }) {
  /** The rules with what there is to know of them, and what new ones can be made of. */
  async function read(ability: Ability): Promise<SuggestionRules> {
    const { version, rules } = await keptRules(strapi);
    const taxonomy = getService(strapi, 'taxonomy');
    const term = ({ documentId, slug, name, retired }: RuleTerm) => ({
      ...{ documentId, slug, name, retired },
    });
    return {
      version,
      rules: await describeRules(strapi, rules, ability),
      stages: (await taxonomy.stages()).map(term),
      personas: (await taxonomy.personas()).map(term),
      types: getService(strapi, 'tagging')
        .taggedTypes()
        .map(({ uid, info }) => ({ uid, displayName: info.displayName })),
    };
  }

  return {
    read,

    /** How many rules there are. */
    count: async (): Promise<number> => (await keptRules(strapi)).rules.length,

    /**
     * Replaces the rules. What was broken before may stay; what is new or changed must hold.
     * @throws {Conflict} when somebody saved since; {ValidationError} naming what a rule gets wrong.
     */
    async save(body: SaveRulesBody, ability: Ability): Promise<SuggestionRules> {
      await replaceRules(strapi, body, async (before) => {
        const known = new Set(before.map((rule) => JSON.stringify(rule)));
        const described = await describeRules(strapi, body.rules, ability);
        described.forEach((rule, index) => {
          if (!known.has(JSON.stringify(rule.rule))) mustHold(rule, index);
        });
      });
      return read(ability);
    },

    /** What rules would have suggested for the site's own entries; see `tryRules`. */
    tryRules: (rules: SuggestionRule[], ability: Ability) => tryRules(strapi, rules, ability),

    /** @throws {ValidationError} naming `type` when it did not opt in. */
    fields: (uid: string, ability: Ability) =>
      ruleFields(strapi, getService(strapi, 'tagging').taggedType(uid), ability),
  };
}

const COMPLAINTS = {
  type: ['type', 'is not a tagged content type'],
  stage: ['stage', 'is not a stage of this site'],
  persona: ['personas', 'names a persona that this site does not have'],
  field: ['when', 'names a field that the type does not have, or that cannot be asked so'],
  value: ['when.value', 'is not a value of the field'],
  retired: [null, 'names a stage or persona that is retired'],
  unreadable: ['when', 'names a field that your role may not read'],
} as const;

function mustHold({ problem }: DescribedRule, index: number): void {
  if (problem === null) return;
  const [path, message] = COMPLAINTS[problem];
  throw refusal(path === null ? `rules.${index}` : `rules.${index}.${path}`, message);
}
