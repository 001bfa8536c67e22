import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { RowError } from '../../../contracts/csv-import';

const Message = styled(Typography)`
  overflow-wrap: anywhere;
`;

/** What is wrong in the rows of a file: the first ones, and how many there are. */
export function RowErrorList({ errors, errorCount }: { errors: RowError[]; errorCount: number }) {
  const intl = useIntl();
  return (
    <>
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
    </>
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
