/** `buyerJourneyContent` in GraphQL, where its plugin is installed: the arguments, shape and permissions of `GET /content`. */
import { contentQuery, type ContentPage } from '../../../contracts/delivery';
import { parse } from '../parse';
import { getService } from '../services';
import type { Strapi } from '../strapi';

interface Extension {
  use(part: { typeDefs: string; resolvers: object; resolversConfig: object }): void;
}

interface GraphQLContext {
  state?: { auth?: unknown };
}

const TYPE_DEFS = `
  type BuyerJourneyTerm { documentId: ID! slug: String! name: String! }
  type BuyerJourneyByline { slug: String! displayName: String! jobTitle: String }
  type BuyerJourneyAnalytics { type: String! stage: String! personas: String! }
  type BuyerJourneyEntry {
    type: String!
    documentId: ID!
    locale: String
    title: String
    slug: String
    stage: BuyerJourneyTerm
    personas: [BuyerJourneyTerm!]
    contributors: [BuyerJourneyByline!]
    publishedAt: String
    updatedAt: String
    analytics: BuyerJourneyAnalytics!
    entry: JSON
  }
  type BuyerJourneyPagination { pageSize: Int! nextCursor: String total: Int }
  type BuyerJourneyContentMeta { pagination: BuyerJourneyPagination! }
  type BuyerJourneyContentPage { data: [BuyerJourneyEntry!]! meta: BuyerJourneyContentMeta! }
  type Query {
    buyerJourneyContent(
      stage: String
      persona: String
      type: String
      everyone: Boolean
      locale: String
      status: String
      sort: String
      pageSize: Int
      cursor: String
      withCount: Boolean
      expand: Boolean
      fields: [String!]
      populate: JSON
    ): BuyerJourneyContentPage!
  }
`;

/** Adds the query; without GraphQL there is nothing to add it to. */
export function addContentQuery(strapi: Strapi): void {
  const graphql = strapi.plugins.graphql as { service(name: string): unknown } | undefined;
  if (!graphql) return;
  (graphql.service('extension') as Extension).use({
    typeDefs: TYPE_DEFS,
    resolvers: {
      Query: {
        buyerJourneyContent: (_parent: unknown, args: object, context: GraphQLContext) =>
          resolveContent(strapi, args, context),
      },
    },
    resolversConfig: {
      'Query.buyerJourneyContent': { auth: { scope: ['plugin::buyer-journey.content.find'] } },
    },
  });
}

/** Arguments are checked by the contract of the route, which knows them as a query string has them. */
async function resolveContent(
  strapi: Strapi,
  args: object,
  { state }: GraphQLContext
): Promise<ContentPage> {
  const given = Object.entries(args).filter(([, value]) => value !== null);
  const asText = given.map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
  ]);
  const query = parse(contentQuery, Object.fromEntries(asText));
  return getService(strapi, 'delivery').content(state?.auth, query);
}
