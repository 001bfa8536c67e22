/** What a snapshot must tell of a world, from the twins of coverage and demand: figures by the query for them. */
import type { Coverage } from '../../contracts/coverage';
import type { CoverageDemand } from '../../contracts/coverage-demand';

/** Every figure that there is, of everything, of each stage and of each cell. */
export function bruteForceTrendFigures(
  coverage: Coverage,
  demand: CoverageDemand
): Record<string, number | null> {
  let [inScope, freshEnough] = [0, 0];
  for (const { target, fresh } of coverage.cells) {
    if (target === 0) continue;
    inScope += 1;
    if (fresh >= target) freshEnough += 1;
  }
  let [heard, open] = [demand.unplaced.demand, demand.unplaced.openDemand];
  for (const stage of demand.stages) {
    heard += stage.demand;
    open += stage.openDemand;
  }
  const { documents, tagged } = coverage.totals;
  const figures: Record<string, number | null> = {
    'figure=documents': documents,
    'figure=tagCompleteness': documents === 0 ? null : tagged / documents,
    'figure=coverage': coverage.totals.coverage,
    'figure=fill': coverage.totals.fill,
    'figure=freshCoverage': inScope === 0 ? null : freshEnough / inScope,
    'figure=alignmentByStage': demand.alignmentByStage.figure,
    'figure=alignmentByCell': demand.alignmentByCell.figure,
    'figure=demand': heard,
    'figure=openDemand': open,
  };
  for (const { stage, documents: count, fresh } of coverage.stageTotals) {
    figures[`figure=documents&stage=${stage}`] = count;
    figures[`figure=fresh&stage=${stage}`] = fresh;
    figures[`figure=openDemand&stage=${stage}`] =
      demand.stages.find((at) => at.stage === stage)?.openDemand ?? 0;
  }
  for (const { stage, persona, ...cell } of coverage.cells) {
    const at = `stage=${stage}&persona=${persona ?? 'everyone'}`;
    figures[`figure=documents&${at}`] = cell.documents;
    figures[`figure=fresh&${at}`] = cell.fresh;
    figures[`figure=target&${at}`] = cell.target;
    figures[`figure=openDemand&${at}`] =
      demand.cells.find((one) => one.stage === stage && one.persona === persona)?.openDemand ?? 0;
  }
  return figures;
}
