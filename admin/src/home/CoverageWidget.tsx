import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { EVERYONE, type Coverage } from '../../../contracts/coverage';
import { ApiProvider } from '../api/ApiProvider';
import { useCoverage, useCoverageDemand } from '../api/coverage';
import { EVERYTHING } from '../api/coverage-question';
import { coverageLink } from '../coverage/address';
import { GapSentence } from '../coverage/GapList';
import { rankGaps } from '../coverage/gaps';
import { useCellTitle } from '../coverage/useCellTitle';
import { COVERAGE_PATH } from '../plugin-id';
import { displayShare } from '../ui/display-share';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { PageLink } from '../ui/PageLink';

/** Gaps on the homepage; all others are on the coverage page. */
const MOST_GAPS = 3;

/** Coverage on Strapi's homepage: how much is there, how much is tagged, and what to do first. */
export function CoverageWidget() {
  return (
    <ApiProvider>
      <Glance />
    </ApiProvider>
  );
}

function Glance() {
  const intl = useIntl();
  const { data: coverage, error, refetch } = useCoverage(EVERYTHING);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!coverage) return <LoadingNotice />;
  if (coverage.totals.tagged === 0) {
    return (
      <Typography tag="p">
        <PageLink to={COVERAGE_PATH}>
          {intl.formatMessage({
            id: 'buyer-journey.home.start',
            defaultMessage: 'Nothing is tagged yet. Start with the stages of the journey.',
          })}
        </PageLink>
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4} padding={1}>
      <Figures coverage={coverage} />
      <Gaps coverage={coverage} />
    </Flex>
  );
}

function Figures({ coverage: { totals } }: { coverage: Coverage }) {
  const intl = useIntl();
  const percent = (share: number | null) =>
    share === null ? '–' : intl.formatNumber(displayShare(share), { style: 'percent' });
  const figures = [
    {
      name: intl.formatMessage({
        id: 'buyer-journey.figure.onTarget',
        defaultMessage: 'On target',
      }),
      value: percent(totals.coverage),
    },
    {
      name: intl.formatMessage({ id: 'buyer-journey.figure.tagged', defaultMessage: 'Tagged' }),
      value: percent(totals.documents === 0 ? null : totals.tagged / totals.documents),
    },
  ];
  return (
    <Flex tag="dl" gap={6} wrap="wrap">
      {figures.map(({ name, value }) => (
        <Flex key={name} direction="column-reverse" alignItems="flex-start">
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="dd" variant="alpha">
            {value}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}

function Gaps({ coverage }: { coverage: Coverage }) {
  const intl = useIntl();
  const cellTitle = useCellTitle();
  const { data: demand, error, refetch } = useCoverageDemand(EVERYTHING);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!demand) return <LoadingNotice />;
  const gaps = rankGaps(coverage, demand).slice(0, MOST_GAPS);
  if (gaps.length === 0) {
    return (
      <Typography tag="p" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.gaps.none',
          defaultMessage: 'Nothing is short, and no buyer waits for an answer.',
        })}
      </Typography>
    );
  }
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
      {gaps.map((gap) => {
        const persona = gap.persona ?? EVERYONE;
        return (
          <Box key={`${gap.stage} ${persona}`} tag="li">
            <PageLink to={coverageLink(gap.stage, persona)}>
              {cellTitle(coverage, { stage: gap.stage, persona, page: 1 })}
            </PageLink>
            <Typography tag="p" variant="pi" textColor="neutral600">
              <GapSentence gap={gap} />
            </Typography>
          </Box>
        );
      })}
    </Flex>
  );
}
