import { Box, Flex, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { SalesSourcedFigures } from '../../../contracts/sales-sourced/figures';
import { useSalesSourcedFigures } from '../api/inbox';
import { Figure } from '../ui/Figure';
import { ErrorNotice } from '../ui/notices';
import { useFigureTexts } from './figure-texts';

const Tiles = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;

const Summary = styled.summary`
  cursor: pointer;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

/** The figures of what buyers say, each with its formula and inputs. On a phone they are folded away. */
export function InboxFigures() {
  const intl = useIntl();
  const isMobile = useIsMobile();
  const { data, error, refetch } = useSalesSourcedFigures();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (!isMobile) return <FigureTiles figures={data} />;
  return (
    <details>
      <Summary>
        {intl.formatMessage({ id: 'buyer-journey.inbox.figures', defaultMessage: 'Figures' })}
      </Summary>
      <Box paddingTop={3}>
        <FigureTiles figures={data} />
      </Box>
    </details>
  );
}

function FigureTiles({ figures }: { figures: SalesSourcedFigures }) {
  const intl = useIntl();
  const tiles = useFigureTexts()(figures);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Tiles>
        {tiles.map((tile) => (
          <Figure key={tile.label} {...tile} />
        ))}
      </Tiles>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.inbox.figures.honest',
          defaultMessage: 'The site does not know revenue: no figure claims influence on deals.',
        })}
      </Typography>
    </Flex>
  );
}
