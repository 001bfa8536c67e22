import { useIntl } from 'react-intl';

import { BUYING_ROLES, type BuyingRole } from '../../../contracts/taxonomy';

const isBuyingRole = (role: string): role is BuyingRole =>
  (BUYING_ROLES as readonly string[]).includes(role);

/** Puts a persona's buying role into words, unless the name says it already. */
export function useBuyingRoleText(): (persona: {
  name: string;
  buyingRole: string | null;
}) => string | null {
  const intl = useIntl();
  const texts: Record<BuyingRole, () => string> = {
    champion: () =>
      intl.formatMessage({ id: 'buyer-journey.role.champion', defaultMessage: 'Champion' }),
    economic_buyer: () =>
      intl.formatMessage({
        id: 'buyer-journey.role.economic_buyer',
        defaultMessage: 'Economic buyer',
      }),
    technical_evaluator: () =>
      intl.formatMessage({
        id: 'buyer-journey.role.technical_evaluator',
        defaultMessage: 'Technical evaluator',
      }),
    end_user: () =>
      intl.formatMessage({ id: 'buyer-journey.role.end_user', defaultMessage: 'End user' }),
    procurement: () =>
      intl.formatMessage({ id: 'buyer-journey.role.procurement', defaultMessage: 'Procurement' }),
    executive_sponsor: () =>
      intl.formatMessage({
        id: 'buyer-journey.role.executive_sponsor',
        defaultMessage: 'Executive sponsor',
      }),
    influencer: () =>
      intl.formatMessage({ id: 'buyer-journey.role.influencer', defaultMessage: 'Influencer' }),
    gatekeeper: () =>
      intl.formatMessage({ id: 'buyer-journey.role.gatekeeper', defaultMessage: 'Gatekeeper' }),
  };
  return ({ name, buyingRole }) => {
    if (buyingRole === null || !isBuyingRole(buyingRole)) return buyingRole;
    const text = texts[buyingRole]();
    return text === name ? null : text;
  };
}
