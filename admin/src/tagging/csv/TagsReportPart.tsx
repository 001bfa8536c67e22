import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { TagsImportReport } from '../../../../contracts/tagging-csv';
import { RowErrorList } from '../../ui/RowErrorList';

/** What an import of tags would do, or what in the file is in its way. */
export function TagsReportPart({ report }: { report: TagsImportReport }) {
  const intl = useIntl();
  const { rows, changes, unchanged, byTitle, errors, errorCount } = report;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p" role="status" fontWeight="bold">
        {errorCount === 0
          ? intl.formatMessage(
              {
                id: 'buyer-journey.tagsCsv.report',
                defaultMessage:
                  '{rows, plural, one {# row} other {# rows}}: {changes, number} with new tags, {unchanged, number} unchanged',
              },
              { rows, changes, unchanged }
            )
          : intl.formatMessage(
              {
                id: 'buyer-journey.tagsCsv.report.wrong',
                defaultMessage:
                  '{errorCount, plural, one {# error} other {# errors}} in {rows, plural, one {# row} other {# rows}}. Correct the file and choose it again: it is imported as a whole or not at all.',
              },
              { errorCount, rows }
            )}
      </Typography>
      {byTitle > 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.tagsCsv.report.byTitle',
              defaultMessage:
                '{byTitle, plural, one {# entry was} other {# entries were}} found by title, as the document id is of another site.',
            },
            { byTitle }
          )}
        </Typography>
      )}
      <RowErrorList errors={errors} errorCount={errorCount} />
    </Flex>
  );
}
