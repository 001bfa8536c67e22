/** Who is offered as contributor in the Content Manager: nobody whom saving would refuse. */
import { REP_UID } from '../../constants';
import { getService } from '../../services';
import { answeredBy, pathParameters, type Strapi } from '../../strapi';

interface FindEvent {
  params: { where?: object };
}

/** Narrows the search for a byline to active reps who consented to it, on whatever type has one. */
export function offerContributors(strapi: Strapi): void {
  const narrow = ({ params }: FindEvent) => {
    if (answeredBy(strapi) !== 'relations.findAvailable' || !asksForByline(strapi)) return;
    params.where = { $and: [params.where ?? {}, { bylineConsent: true, active: true }] };
  };
  strapi.db.lifecycles.subscribe({
    models: [REP_UID],
    beforeFindMany: narrow,
    beforeCount: narrow,
  });
}

/** The private attribution of an item can name any rep. */
function asksForByline(strapi: Strapi): boolean {
  const { model, targetField } = pathParameters(strapi);
  return getService(strapi, 'tagging')
    .linkTables()
    .some(
      ({ uid, attribute, tag }) =>
        tag === 'contributors' && uid === model && attribute === targetField
    );
}
