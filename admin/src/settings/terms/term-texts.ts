import { useIntl } from 'react-intl';

import type { CtaPolicy } from '../../../../contracts/taxonomy';
import type { TermKind } from '../../../../contracts/taxonomy-terms';

/** Names of the fields of stages and personas, and of what can be chosen in them. */
export function useTermTexts() {
  const intl = useIntl();
  return {
    field(name: string): string {
      switch (name) {
        case 'name':
          return intl.formatMessage({ id: 'buyer-journey.term.name', defaultMessage: 'Name' });
        case 'slug':
          return intl.formatMessage({ id: 'buyer-journey.term.slug', defaultMessage: 'Slug' });
        case 'color':
          return intl.formatMessage({ id: 'buyer-journey.term.color', defaultMessage: 'Colour' });
        case 'question':
        case 'buyerQuestion':
          return intl.formatMessage({
            id: 'buyer-journey.term.question',
            defaultMessage: 'The buyer’s question',
          });
        case 'description':
          return intl.formatMessage({
            id: 'buyer-journey.term.description',
            defaultMessage: 'Description',
          });
        case 'alwaysOn':
          return intl.formatMessage({
            id: 'buyer-journey.stage.alwaysOn',
            defaultMessage: 'Always on',
          });
        case 'ctaPolicy':
          return intl.formatMessage({
            id: 'buyer-journey.term.ctaPolicy',
            defaultMessage: 'Call to action',
          });
        case 'salesRole':
          return intl.formatMessage({
            id: 'buyer-journey.term.salesRole',
            defaultMessage: 'What sales does here',
          });
        case 'marketingRole':
          return intl.formatMessage({
            id: 'buyer-journey.term.marketingRole',
            defaultMessage: 'What marketing does here',
          });
        case 'buyingRole':
          return intl.formatMessage({
            id: 'buyer-journey.term.buyingRole',
            defaultMessage: 'Buying role',
          });
        case 'translations':
          return intl.formatMessage({
            id: 'buyer-journey.term.languages',
            defaultMessage: 'Languages',
          });
        default:
          return name;
      }
    },
    ctaPolicy(policy: CtaPolicy): string {
      switch (policy) {
        case 'none':
          return intl.formatMessage({ id: 'buyer-journey.cta.none', defaultMessage: 'None' });
        case 'soft':
          return intl.formatMessage({
            id: 'buyer-journey.cta.soft',
            defaultMessage: 'Soft: read on, subscribe',
          });
        case 'direct':
          return intl.formatMessage({
            id: 'buyer-journey.cta.direct',
            defaultMessage: 'Direct: talk to sales, buy',
          });
      }
    },
    add(kind: TermKind): string {
      return kind === 'stage'
        ? intl.formatMessage({
            id: 'buyer-journey.settings.stages.add',
            defaultMessage: 'Add a stage',
          })
        : intl.formatMessage({
            id: 'buyer-journey.settings.personas.add',
            defaultMessage: 'Add a persona',
          });
    },
    retired: () =>
      intl.formatMessage({ id: 'buyer-journey.term.retired', defaultMessage: 'Retired' }),
  };
}
