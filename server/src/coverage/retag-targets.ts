/** Targets follow a stage or persona that becomes part of another one. */
import type { SettledTarget } from '../../../contracts/taxonomy-terms';
import { inChunks } from '../chunks';
import { PERSONA_UID, STAGE_UID, TARGET_UID } from '../constants';
import { getService } from '../services';
import { tableIn, tableNameOf, type Strapi, type Trx } from '../strapi';

/** A cell whose target named the term that is gone, with both targets as they were. */
interface Remembered {
  document: string;
  scope: string;
  from: number;
  /** Null where the other term had none. */
  to: number | null;
}

/** Columns of the term that is merged, and of what is on the other side of its cells. */
const SIDES: Record<string, { own: string; other: string } | undefined> = {
  [STAGE_UID]: { own: 'stage', other: 'persona' },
  [PERSONA_UID]: { own: 'persona', other: 'stage' },
};

interface Row {
  id: number;
  document: string;
  scope: string;
  value: number;
}

const keyOf = ({ document, scope }: { document: string; scope: string }) => `${document} ${scope}`;

/** Registers the ledger of targets. Where both terms have a target for one cell, the larger one holds. */
export function retagTargets(strapi: Strapi): void {
  const targets = (trx: Trx) => tableIn(strapi, trx, tableNameOf(strapi, TARGET_UID));

  async function rowsOfTerm(trx: Trx, uid: string, term: string): Promise<Row[]> {
    const sides = SIDES[uid];
    if (!sides) return [];
    return targets(trx)
      .where(sides.own, term)
      .orderBy('id')
      .select({ id: 'id', document: sides.other, scope: 'scope', value: 'value' });
  }
  const byCell = async (trx: Trx, uid: string, term: string) =>
    new Map((await rowsOfTerm(trx, uid, term)).map((row) => [keyOf(row), row]));
  const setValue = async (trx: Trx, id: number, value: number) => {
    await targets(trx).where({ id }).update({ value });
  };

  getService(strapi, 'tagging').retagLedger({
    uid: TARGET_UID,

    async list(trx, uid, term) {
      const rows = await rowsOfTerm(trx, uid, term);
      return rows.map(({ document, scope, value }) => ({ document, scope, value }));
    },

    async retag(trx, uid, from, to) {
      const present = await byCell(trx, uid, to);
      const memory: Remembered[] = [];
      const settled: SettledTarget[] = [];
      const [moved, dropped]: [number[], number[]] = [[], []];
      for (const row of await rowsOfTerm(trx, uid, from)) {
        const { id, document, scope, value } = row;
        const other = present.get(keyOf(row));
        memory.push({ document, scope, from: value, to: other?.value ?? null });
        if (!other) {
          moved.push(id);
          continue;
        }
        dropped.push(id);
        const [kept, given] = [Math.max(value, other.value), Math.min(value, other.value)];
        settled.push({ document, scope, kept, dropped: given });
        if (kept !== other.value) await setValue(trx, other.id, kept);
      }
      await inChunks(dropped, (some) => targets(trx).whereIn('id', some).delete());
      const own = SIDES[uid]?.own;
      if (own !== undefined) {
        await inChunks(moved, (some) =>
          targets(trx)
            .whereIn('id', some)
            .update({ [own]: to })
        );
      }
      return { settled, memory };
    },

    async restore(trx, uid, { from, to, memory }, uses) {
      const remembered = new Map(
        ((memory ?? []) as Remembered[]).map((cell) => [keyOf(cell), cell])
      );
      const present = await byCell(trx, uid, to);
      const sides = SIDES[uid];
      const problems: { use: (typeof uses)[number]; message: string }[] = [];
      for (const use of uses) {
        const before = remembered.get(keyOf(use));
        const now = present.get(keyOf(use));
        if (!before || !sides) problems.push({ use, message: 'was no target in that merge' });
        else if (now?.value !== Math.max(before.from, before.to ?? 0)) {
          problems.push({ use, message: 'its target was changed since' });
        } else if (before.to === null) {
          await targets(trx)
            .where({ id: now.id })
            .update({ [sides.own]: from });
        } else {
          const { document, scope } = use;
          if (now.value !== before.to) await setValue(trx, now.id, before.to);
          const cell = { [sides.own]: from, [sides.other]: document };
          await targets(trx).insert({ ...cell, scope, value: before.from });
        }
      }
      return problems;
    },
  });
}
