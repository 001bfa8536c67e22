import { useIntl } from 'react-intl';

import { PERMISSIONS, useMay } from '../permissions';
import { SETTINGS_PATH } from '../plugin-id';
import { PageLink } from '../ui/PageLink';
import { Section } from '../ui/Section';

/** There is nothing to tag with, or nothing that the user may tag. */
export function NothingToTag({ hasStages }: { hasStages: boolean }) {
  const intl = useIntl();
  const { may: mayOpenSettings } = useMay(PERMISSIONS.readSettings);
  return (
    <Section
      title={
        hasStages
          ? intl.formatMessage({
              id: 'buyer-journey.tagging.noTypes',
              defaultMessage: 'There is nothing that you may tag',
            })
          : intl.formatMessage({
              id: 'buyer-journey.tagging.noStages',
              defaultMessage: 'There are no stages yet',
            })
      }
      hint={
        hasStages
          ? intl.formatMessage({
              id: 'buyer-journey.tagging.noTypes.hint',
              defaultMessage:
                'Either no content type is opted in yet, or your role may not edit the stage and personas of any. The settings of Buyer Journey show which roles can tag.',
            })
          : intl.formatMessage({
              id: 'buyer-journey.tagging.noStages.hint',
              defaultMessage: 'Choose a stage model first: then entries can be placed.',
            })
      }
    >
      {mayOpenSettings && (
        <PageLink to={SETTINGS_PATH}>
          {intl.formatMessage({
            id: 'buyer-journey.settings.section',
            defaultMessage: 'Buyer Journey',
          })}
        </PageLink>
      )}
    </Section>
  );
}
