import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useReps } from '../../api/reps';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { Section } from '../../ui/Section';
import { RepItem } from './RepItem';

/** The profiles of reps: those that wait to be confirmed first. */
export function RepsSection() {
  const intl = useIntl();
  const { data, error, refetch } = useReps();
  const waiting = data?.filter(({ state }) => state === 'toConfirm') ?? [];
  const others = data?.filter(({ state }) => state !== 'toConfirm') ?? [];

  return (
    <Section
      title={intl.formatMessage({ id: 'buyer-journey.reps.title', defaultMessage: 'Reps' })}
      hint={intl.formatMessage({
        id: 'buyer-journey.reps.hint',
        defaultMessage:
          'The salespeople who bring in what buyers say. A byline needs an active rep who agreed to one.',
      })}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data?.length === 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.reps.none',
            defaultMessage:
              'There are no reps yet. A profile is made when somebody brings in what a buyer said.',
          })}
        </Typography>
      )}
      {data && data.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch">
          {[...waiting, ...others].map((rep) => (
            <RepItem key={rep.documentId} rep={rep} all={data} />
          ))}
        </Flex>
      )}
    </Section>
  );
}
