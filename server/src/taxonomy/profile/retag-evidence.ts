/** Evidence follows a persona that becomes part of another one. */
import { PERSONA_EVIDENCE_UID, PERSONA_UID } from '../../constants';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';
import { giveBackEvidence, moveEvidence } from './evidence';

/** Registers the ledger of evidence. It is no use of a persona: whoever merges need not list it. */
export function retagEvidence(strapi: Strapi): void {
  getService(strapi, 'tagging').retagLedger({
    uid: PERSONA_EVIDENCE_UID,
    list: () => Promise.resolve([]),
    async retag(_trx, target, from, to) {
      const isPersona = target === PERSONA_UID;
      return { settled: [], memory: isPersona ? await moveEvidence(strapi, from, to) : [] };
    },
    async restore(_trx, target, { from, to, memory }) {
      const moved = (memory ?? []) as number[];
      if (target === PERSONA_UID) await giveBackEvidence(strapi, moved, { from, to });
      return [];
    },
  });
}
