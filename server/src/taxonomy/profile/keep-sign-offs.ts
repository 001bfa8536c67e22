/** Sign-offs of a persona that becomes part of another one are kept: its texts are back as they were signed, if that is undone. */
import { PERSONA_SIGN_OFF_UID, PERSONA_UID } from '../../constants';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';
import { giveBackSignOffs, signOffRows, type SignOffRow } from './sign-offs';

/** Registers the ledger of sign-offs. They are no use of a persona, and never become those of another one. */
export function keepSignOffs(strapi: Strapi): void {
  getService(strapi, 'tagging').retagLedger({
    uid: PERSONA_SIGN_OFF_UID,
    list: () => Promise.resolve([]),
    async retag(_trx, target, from) {
      const isPersona = target === PERSONA_UID;
      return { settled: [], memory: isPersona ? await signOffRows(strapi, from) : [] };
    },
    async restore(_trx, target, { memory }) {
      if (target === PERSONA_UID) await giveBackSignOffs(strapi, (memory ?? []) as SignOffRow[]);
      return [];
    },
  });
}
