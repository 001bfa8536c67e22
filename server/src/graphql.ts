/** GraphQL, where its plugin is installed: Strapi serves our types, we take the mutations away. */
import { LEDGER_UIDS, PERSONA_UID, REP_UID, SALES_SOURCED_UID, STAGE_UID } from './constants';
import type { Strapi } from './strapi';

interface GraphQLExtension {
  shadowCRUD(uid: string): { disable(): unknown; disableMutations(): unknown };
}

/** Our types are read through GraphQL and written in the admin only; ledgers are not there at all. */
export function readOnlyGraphQL(strapi: Strapi): void {
  const graphql = strapi.plugins.graphql as { service(name: string): unknown } | undefined;
  if (!graphql) return;
  const extension = graphql.service('extension') as GraphQLExtension;
  for (const uid of [STAGE_UID, PERSONA_UID, REP_UID, SALES_SOURCED_UID]) {
    extension.shadowCRUD(uid).disableMutations();
  }
  for (const uid of LEDGER_UIDS) {
    extension.shadowCRUD(uid).disable();
  }
}
