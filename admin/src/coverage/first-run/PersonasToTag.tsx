import { LinkButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import { NO_FILTER } from '../../api/tagging-filter';
import { PERMISSIONS, useMay } from '../../permissions';
import { TAGGING_PATH } from '../../plugin-id';
import { writeAddress } from '../../tagging/address';
import { Section } from '../../ui/Section';

/** There are personas and tagged documents, but none is for a persona: all rows but Everyone are empty for that reason alone. */
export function PersonasToTag() {
  const intl = useIntl();
  const { may: mayTag } = useMay(PERMISSIONS.tag);
  const search = writeAddress({ view: 'queue', filter: { ...NO_FILTER, without: 'persona' } });
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.firstRun.personaTags',
        defaultMessage: 'Whom is it written for?',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.firstRun.personaTags.hint',
        defaultMessage:
          'All tagged documents count for Everyone so far, so the other rows are empty. What is written for someone in particular needs a persona.',
      })}
      action={
        mayTag && (
          <LinkButton tag={Link} to={{ pathname: TAGGING_PATH, search }} variant="secondary">
            {intl.formatMessage({
              id: 'buyer-journey.setup.backlog.start',
              defaultMessage: 'Go through them',
            })}
          </LinkButton>
        )
      }
    >
      {null}
    </Section>
  );
}
