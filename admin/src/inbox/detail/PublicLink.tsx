import { Link } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** Leads to where the public reads an answer; nothing for what is no address of a page. */
export function PublicLink({ address }: { address: string | null }) {
  const intl = useIntl();
  if (address === null || !/^(https?:\/\/|\/)/.test(address)) return null;
  return (
    <Link href={address} isExternal>
      {intl.formatMessage({
        id: 'buyer-journey.inbox.publicLink',
        defaultMessage: 'Show on the site',
      })}
    </Link>
  );
}
