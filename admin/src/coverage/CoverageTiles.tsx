import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Coverage, CoverageFromSales } from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import { displayShare } from '../ui/display-share';
import { Figure } from '../ui/Figure';
import { DemandFigures } from './DemandFigures';
import { figureParts } from './figures';
import { useFigureLinks } from './useFigureLinks';

const Tiles = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(10.4rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};

  @media (max-width: 479px) {
    grid-template-columns: repeat(2, 1fr);

    > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }
`;

interface CoverageTilesProps {
  coverage: Coverage;
  /** Undefined while it is not known. */
  demand: CoverageDemand | undefined;
  /** Undefined while it is not known or not asked for. */
  fromSales: CoverageFromSales | undefined;
}

/** The figures above the grid, each with its formula and inputs. */
export function CoverageTiles({ coverage, demand, fromSales }: CoverageTilesProps) {
  const intl = useIntl();
  const links = useFigureLinks();
  const { documents, tagged, coverage: onTarget, fill } = coverage.totals;
  const parts = figureParts(coverage);

  const percent = (share: number | null) =>
    share === null ? '–' : intl.formatNumber(displayShare(share), { style: 'percent' });
  const noTarget = intl.formatMessage({
    id: 'buyer-journey.figure.noTarget',
    defaultMessage: 'No cell has a target',
  });

  return (
    <Box>
      <Tiles>
        <Figure
          label={intl.formatMessage({
            id: 'buyer-journey.figure.onTarget',
            defaultMessage: 'On target',
          })}
          value={percent(onTarget)}
          inputs={
            onTarget === null
              ? noTarget
              : intl.formatMessage(
                  {
                    id: 'buyer-journey.figure.onTarget.inputs',
                    defaultMessage: '{met, number} of {all, plural, one {# cell} other {# cells}}',
                  },
                  { met: parts.cellsOnTarget, all: parts.cellsInScope }
                )
          }
          more={links.cells('gap')}
          explanation={
            onTarget === null
              ? noTarget
              : intl.formatMessage(
                  {
                    id: 'buyer-journey.figure.onTarget.formula',
                    defaultMessage:
                      'Cells with at least as many live documents as their target, over cells with a target: {met, number} / {all, number}',
                  },
                  { met: parts.cellsOnTarget, all: parts.cellsInScope }
                )
          }
        />
        <Figure
          label={intl.formatMessage({
            id: 'buyer-journey.figure.filled',
            defaultMessage: 'Filled',
          })}
          value={percent(fill)}
          inputs={
            fill === null
              ? noTarget
              : intl.formatMessage(
                  {
                    id: 'buyer-journey.figure.filled.inputs',
                    defaultMessage: '{filled, number} of {wanted, number} wanted',
                  },
                  { filled: parts.filled, wanted: parts.wanted }
                )
          }
          more={links.cells('target')}
          explanation={
            fill === null
              ? noTarget
              : intl.formatMessage(
                  {
                    id: 'buyer-journey.figure.filled.formula',
                    defaultMessage:
                      'Documents that count towards a target, over the sum of all targets: {filled, number} / {wanted, number}. More than the target does not count, so surplus in one cell never hides a gap in another.',
                  },
                  { filled: parts.filled, wanted: parts.wanted }
                )
          }
        />
        <Figure
          label={intl.formatMessage({
            id: 'buyer-journey.figure.tagged',
            defaultMessage: 'Tagged',
          })}
          value={percent(documents === 0 ? null : tagged / documents)}
          inputs={intl.formatMessage(
            {
              id: 'buyer-journey.figure.tagged.inputs',
              defaultMessage: '{tagged, number} of {documents, number}',
            },
            { tagged, documents }
          )}
          more={links.documents()}
          explanation={
            documents === 0
              ? intl.formatMessage({
                  id: 'buyer-journey.figure.tagged.none',
                  defaultMessage: 'There are no live documents',
                })
              : intl.formatMessage(
                  {
                    id: 'buyer-journey.figure.tagged.formula',
                    defaultMessage:
                      'Live documents with a stage, over all live documents of tagged content types: {tagged, number} / {documents, number}',
                  },
                  { tagged, documents }
                )
          }
        />
        {demand && <DemandFigures coverage={coverage} demand={demand} />}
        {fromSales && (
          <Figure
            label={intl.formatMessage({
              id: 'buyer-journey.view.sales',
              defaultMessage: 'From sales',
            })}
            value={percent(fromSales.total.share)}
            inputs={intl.formatMessage(
              {
                id: 'buyer-journey.figure.tagged.inputs',
                defaultMessage: '{tagged, number} of {documents, number}',
              },
              { tagged: fromSales.total.fromSales, documents: fromSales.total.documents }
            )}
            more={links.fromSales()}
            explanation={intl.formatMessage({
              id: 'buyer-journey.figure.sales.formula',
              defaultMessage:
                'Live documents that answer an accepted item or name a rep as contributor, over all live documents of tagged content types.',
            })}
          />
        )}
      </Tiles>
      <Box paddingTop={3}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.coverage.quantity',
            defaultMessage: 'Coverage counts documents. It measures quantity, not quality.',
          })}
        </Typography>
      </Box>
    </Box>
  );
}
