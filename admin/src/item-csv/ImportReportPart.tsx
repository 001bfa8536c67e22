import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ImportReport } from '../../../contracts/sales-sourced/csv';
import { RowErrorList } from '../ui/RowErrorList';

/** What an import would do, or what in the file is in its way. */
export function ImportReportPart({ report }: { report: ImportReport }) {
  const intl = useIntl();
  const { rows, imported, present, errors, errorCount } = report;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p" role="status" fontWeight="bold">
        {errorCount === 0
          ? intl.formatMessage(
              {
                id: 'buyer-journey.csv.report',
                defaultMessage:
                  '{rows, plural, one {# row} other {# rows}}: {imported, number} new, {present, number} already here',
              },
              { rows, imported, present }
            )
          : intl.formatMessage(
              {
                id: 'buyer-journey.csv.report.wrong',
                defaultMessage:
                  '{errorCount, plural, one {# error} other {# errors}} in {rows, plural, one {# row} other {# rows}}, {present, number} already here. Correct the file and choose it again: it is imported as a whole or not at all.',
              },
              { errorCount, rows, present }
            )}
      </Typography>
      <RowErrorList errors={errors} errorCount={errorCount} />
    </Flex>
  );
}
