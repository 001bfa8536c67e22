import { useIntl } from 'react-intl';

import { PERMISSIONS, useMay } from '../../permissions';
import { Section } from '../../ui/Section';
import { TagsCsvActions } from './TagsCsvActions';

/** Tags as CSV with a word on what it is good for; nothing for those who may not tag. */
export function TagsCsvSection() {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.tag);
  if (!may) return null;
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.tagsCsv.section',
        defaultMessage: 'Tags as CSV',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.tagsCsv.section.hint',
        defaultMessage:
          'Edit the tags of all entries in a spreadsheet, or take them to another site.',
      })}
    >
      <TagsCsvActions />
    </Section>
  );
}
