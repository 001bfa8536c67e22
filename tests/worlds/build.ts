/** Makes a planned world real, through the Document Service wherever an editor would. */
import { getService } from '../../server/src/services';
import { documentsOf, type Strapi } from '../../server/src/strapi';
import { aRep } from '../site/people';
import type { Site } from '../site/site';
import type { Age, DocumentPlan, LocalePlan, TagPlan, WorldPlan } from './plan';
import { TAGGED_UIDS, uidOf, WORLD_TYPES, type WorldType } from './site-types';

export const STAGE = 'plugin::buyer-journey.stage';
export const PERSONA = 'plugin::buyer-journey.persona';
const REP = 'plugin::buyer-journey.rep';
export const TARGET = 'plugin::buyer-journey.target';
export const DAY = 24 * 60 * 60 * 1000;

/** Names of the tag fields on the site. */
export interface TagFields {
  journeyStage: string;
  personas: string;
  contributors: string;
}
export const TAG_FIELDS: TagFields = {
  journeyStage: 'journeyStage',
  personas: 'personas',
  contributors: 'contributors',
};
/** Slugs of the reps of every world, who stay from one to the next. */
export const REPS = ['ines-abel', 'jan-borg', 'kim-cole'];

interface Row {
  id: number;
  documentId: string;
}

interface Term extends Row {
  slug: string;
}

interface Versions {
  create(params: object): Promise<Row>;
  update(params: object): Promise<Row>;
  delete(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
  unpublish(params: object): Promise<unknown>;
}

/** The rows of a type, past the Document Service. */
interface Rows {
  findMany(params: object): Promise<Row[]>;
  update(params: object): Promise<unknown>;
  updateRelations(id: number, data: object): Promise<unknown>;
  deleteMany(params: object): Promise<unknown>;
}

const rowsOf = (strapi: Strapi, uid: string) => strapi.db.query(uid) as unknown as Rows;
const versionsOf = (strapi: Strapi, uid: string) => documentsOf(strapi, uid) as unknown as Versions;

/** Options that the server has when the world is looked at. */
export interface Moment {
  /** Milliseconds since 1970. */
  now: number;
  /** `staleAfterDays` of the site's configuration. */
  defaultStaleAfterDays: number;
}

/** Removes all content, stages and personas. */
export async function clearWorld({ strapi }: Site): Promise<void> {
  for (const type of WORLD_TYPES) await rowsOf(strapi, uidOf(type)).deleteMany({});
  for (const uid of [TARGET, STAGE, PERSONA]) await rowsOf(strapi, uid).deleteMany({});
}

/** Replaces whatever the site holds by the planned world. */
export async function buildWorld(
  site: Site,
  plan: WorldPlan,
  moment: Moment,
  fields: TagFields = TAG_FIELDS
): Promise<void> {
  const { strapi } = site;
  await clearWorld(site);
  const stages: Term[] = [];
  for (const [index, { alwaysOn, position }] of plan.stages.entries()) {
    const data = { name: `Stage ${index}`, slug: `stage-${index}`, position, alwaysOn };
    stages.push((await versionsOf(strapi, STAGE).create({ data })) as Term);
  }
  const personas: Term[] = [];
  for (const [index, { position }] of plan.personas.entries()) {
    const data = { name: `Persona ${index}`, slug: `persona-${index}`, position };
    personas.push((await versionsOf(strapi, PERSONA).create({ data })) as Term);
  }

  const terms = { stages, personas, reps: await theReps(site) };
  const builder = new DocumentBuilder(strapi, terms, plan, moment, fields);
  const singles = new Set<WorldType>();
  for (const [index, document] of plan.documents.entries()) {
    const type = WORLD_TYPES[document.type] as WorldType;
    if (singles.has(type)) continue;
    if (type.kind === 'singleType') singles.add(type);
    await builder.build(type, document, `${type.name} ${index}`);
  }
  await setTargets(strapi, plan, stages, personas);
  await endStages(strapi, plan, stages);
}

async function theReps(site: Site): Promise<Row[]> {
  const there = await rowsOf(site.strapi, REP).findMany({
    where: { slug: { $in: REPS } },
    orderBy: { slug: 'asc' },
  });
  if (there.length > 0) return there;
  const reps: Row[] = [];
  for (const slug of REPS) reps.push(await aRep(site, slug));
  return reps;
}

/** Each by itself, as people do. */
async function setTargets(
  strapi: Strapi,
  plan: WorldPlan,
  stages: Term[],
  personas: Term[]
): Promise<void> {
  if (stages.length === 0) return;
  for (const { stage, persona, type, locale, target } of plan.targets) {
    if (persona !== null && personas.length === 0) continue;
    const cell = {
      stage: stages[stage % stages.length]?.slug ?? '',
      persona: persona === null ? null : (personas[persona % personas.length]?.slug ?? ''),
    };
    await getService(strapi, 'coverage').setTargets({
      targets: [{ ...cell, target }],
      ...(type === null ? {} : { type: TAGGED_UIDS[type % TAGGED_UIDS.length] }),
      ...(locale === null ? {} : { locale }),
    });
  }
}

/** Deletes stages: as an editor may, or behind Strapi's back as an import does. */
async function endStages(strapi: Strapi, plan: WorldPlan, stages: Term[]): Promise<void> {
  for (const [index, { id, documentId }] of stages.entries()) {
    const fate = plan.stages[index]?.fate;
    if (fate === 'deletedIfUnused') {
      await versionsOf(strapi, STAGE)
        .delete({ documentId })
        .catch((error: unknown) => {
          if (!String(error).includes('cannot be deleted')) throw error;
        });
    }
    if (fate === 'vanishes') {
      await strapi.db.connection('buyer_journey_stages').where({ id }).delete();
    }
  }
}

interface Tags {
  stage: Term | null;
  personas: Term[];
  reps: Row[];
}

class DocumentBuilder {
  constructor(
    private readonly strapi: Strapi,
    private readonly all: { stages: Term[]; personas: Term[]; reps: Row[] },
    private readonly plan: WorldPlan,
    private readonly moment: Moment,
    private readonly fields: TagFields
  ) {}

  async build(type: WorldType, { locales, deleted }: DocumentPlan, title: string): Promise<void> {
    const versions = versionsOf(this.strapi, uidOf(type));
    const saves = type.localized ? locales : locales.slice(0, 1);
    let documentId: string | undefined;
    for (const plan of saves) {
      const locale = type.localized ? { locale: plan.locale } : {};
      const data = { title: `${title} ${plan.locale}`, ...this.tagData(plan.tags) };
      if (documentId === undefined) {
        ({ documentId } = await versions.create({ ...locale, data }));
      } else {
        await versions.update({ documentId, ...locale, data });
      }
      await this.live(type, documentId, plan, locale);
    }
    if (documentId === undefined) return;
    // Once all are there: deleting the only locale first would end the document.
    for (const plan of saves) await this.finish(type, documentId, plan);
    if (deleted) await versions.delete({ documentId, ...(type.localized ? { locale: '*' } : {}) });
  }

  /** Publishes, modifies and unpublishes a version. */
  private async live(
    { draftAndPublish, ...type }: WorldType,
    documentId: string,
    { life, modifiedTags }: LocalePlan,
    locale: object
  ): Promise<void> {
    if (!draftAndPublish || life === 'draft' || life === 'localeDeleted') return;
    const versions = versionsOf(this.strapi, `api::${type.name}.${type.name}`);
    await versions.publish({ documentId, ...locale });
    if (life === 'modified') {
      await versions.update({ documentId, ...locale, data: this.tagData(modifiedTags) });
    }
    if (life === 'unpublished') await versions.unpublish({ documentId, ...locale });
  }

  /** Writes tags and moment of publication to the live row, or removes the locale. */
  private async finish(type: WorldType, documentId: string, plan: LocalePlan): Promise<void> {
    const locale = type.localized ? { locale: plan.locale } : {};
    if (plan.life === 'localeDeleted') {
      await versionsOf(this.strapi, uidOf(type)).delete({ documentId, ...locale });
      return;
    }
    const rows = rowsOf(this.strapi, uidOf(type));
    const live = await rows.findMany({
      where: { documentId, publishedAt: { $notNull: true }, ...locale },
    });
    for (const { id } of live) {
      if (plan.liveTags) await rows.updateRelations(id, this.rowTags(plan.liveTags));
      await rows.update({ where: { id }, data: { publishedAt: this.publishedAt(plan.age) } });
    }
  }

  private publishedAt(age: Age): Date {
    const { now, defaultStaleAfterDays } = this.moment;
    if ('days' in age) return new Date(now - age.days * DAY);
    const days = age.border === 'default' ? defaultStaleAfterDays : this.plan.staleAfterDays;
    return new Date(now - days * DAY + age.ms);
  }

  private terms({ stage, personas, contributors }: TagPlan): Tags {
    const { all } = this;
    const some = <One>(of: One[], numbers: number[]) => [
      ...new Set(numbers.flatMap((number) => of[number % of.length] ?? [])),
    ];
    return {
      stage: stage === null ? null : (all.stages[stage % all.stages.length] ?? null),
      personas: some(all.personas, personas),
      reps: some(all.reps, contributors),
    };
  }

  private tagData(plan: TagPlan | null): object {
    if (!plan) return {};
    const { stage, personas, reps } = this.terms(plan);
    return {
      [this.fields.journeyStage]: stage?.documentId ?? null,
      [this.fields.personas]: personas.map(({ documentId }) => documentId),
      [this.fields.contributors]: reps.map(({ documentId }) => documentId),
    };
  }

  private rowTags(plan: TagPlan): object {
    const { stage, personas, reps } = this.terms(plan);
    return {
      [this.fields.journeyStage]: { set: stage ? [{ id: stage.id }] : [] },
      [this.fields.personas]: { set: personas.map(({ id }) => ({ id })) },
      [this.fields.contributors]: { set: reps.map(({ id }) => ({ id })) },
    };
  }
}
