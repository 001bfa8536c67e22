import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { RowError } from '../../../contracts/csv-import';
import type { ImportReport } from '../../../contracts/sales-sourced/csv';

const Message = styled(Typography)`
  overflow-wrap: anywhere;
`;

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
      {errors.length > 0 && (
        <Box tag="ul">
          {errors.map((error, index) => (
            <li key={index}>
              <RowErrorText error={error} />
            </li>
          ))}
        </Box>
      )}
      {errorCount > errors.length && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.csv.report.first',
              defaultMessage: 'These are {told, number} of {errorCount, number} errors.',
            },
            { told: errors.length, errorCount }
          )}
        </Typography>
      )}
    </Flex>
  );
}

function RowErrorText({ error: { row, column, message } }: { error: RowError }) {
  const intl = useIntl();
  return (
    <Message textColor="danger600">
      {column === null
        ? intl.formatMessage(
            { id: 'buyer-journey.csv.error.row', defaultMessage: 'Row {row, number}: {message}' },
            { row, message }
          )
        : intl.formatMessage(
            {
              id: 'buyer-journey.csv.error.cell',
              defaultMessage: 'Row {row, number}, {column}: {message}',
            },
            { row, column, message }
          )}
    </Message>
  );
}
