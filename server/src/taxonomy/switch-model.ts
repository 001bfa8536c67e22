/** Changing over to another stage model. */
import type { SwitchModelBody, SwitchResult } from '../../../contracts/taxonomy-terms';
import { STAGE_UID } from '../constants';
import { refusal } from '../refusal';
import { documentsOf, oneAtATime, type AdminUser, type Strapi } from '../strapi';
import { mergeWithin } from './merge-term';
import { placeStages, stageRows, wantedStages, type StageRow } from './stages';

/**
 * Creates the stages of the model that are not there yet, and merges each old stage into one of them, or
 * keeps it, retired: all of it in one transaction.
 * @throws {NotFoundError} when there is no such model.
 * @throws {ValidationError} naming the part of `mapping` that leaves a stage out, or means none that is there.
 */
export function switchModel(
  strapi: Strapi,
  user: AdminUser,
  id: string,
  { optionalStages, mapping }: SwitchModelBody
): Promise<SwitchResult> {
  const wanted = wantedStages(id, optionalStages);
  return oneAtATime(strapi, async (trx) => {
    const existing = await stageRows(strapi);
    const ofModel = new Set(wanted.map(({ slug }) => slug));
    const old = existing.filter(({ slug }) => !ofModel.has(slug));
    checkMapping(mapping, old, ofModel);
    const kept = mapping.filter(({ to }) => to === null).map(({ from }) => from);
    await placeStages(
      strapi,
      wanted,
      existing,
      old.filter(({ documentId }) => kept.includes(documentId))
    );
    const now = new Map((await stageRows(strapi)).map((stage) => [stage.slug, stage]));
    const result: SwitchResult = {
      created: wanted
        .map(({ slug }) => slug)
        .filter((slug) => existing.every((stage) => stage.slug !== slug)),
      merges: [],
      retired: [],
    };
    for (const { from, to } of mapping) {
      const into = to === null ? undefined : now.get(to);
      if (into) {
        result.merges.push(await mergeWithin(strapi, trx, 'stage', from, into.documentId));
        continue;
      }
      const data = { retired: true, updatedBy: user.id };
      await documentsOf(strapi, STAGE_UID).update({ documentId: from, data });
      const { documentId, slug, name } = old.find((stage) => stage.documentId === from) as StageRow;
      result.retired.push({ documentId, slug, name });
    }
    for (const slug of ofModel) {
      const stage = now.get(slug);
      if (!stage?.retired) continue;
      const data = { retired: false, updatedBy: user.id };
      await documentsOf(strapi, STAGE_UID).update({ documentId: stage.documentId, data });
    }
    return result;
  });
}

function checkMapping(
  mapping: SwitchModelBody['mapping'],
  old: StageRow[],
  ofModel: Set<string>
): void {
  const ids = mapping.map(({ from }) => from);
  for (const [index, { from, to }] of mapping.entries()) {
    if (ids.indexOf(from) !== index) {
      throw refusal(`mapping.${index}.from`, 'this stage is named twice');
    }
    if (old.every(({ documentId }) => documentId !== from)) {
      throw refusal(`mapping.${index}.from`, 'is no stage of this site outside the model');
    }
    if (to !== null && !ofModel.has(to)) {
      throw refusal(`mapping.${index}.to`, `“${to}” is not a stage of this model`);
    }
  }
  const left = old.find(({ documentId }) => !ids.includes(documentId));
  if (left) throw refusal('mapping', `does not say what becomes of “${left.name}”`);
}
