import { daysAgo, rowsOf, type Strapi } from './documents';
import { eachWithProgress } from './report';

const UID = 'plugin::buyer-journey.snapshot';

/** How far back the trend goes. */
const DAYS = 120;
/** Days before today on which no server ran. */
const MISSED = [23, 58, 59];
/** Content comes in bursts, not every day. */
const BURSTS = 20;

type Stage = [documents: number, fresh: number, openDemand: number];
type Cell = [documents: number, fresh: number, target: number, openDemand: number];

/** As the plugin keeps them, stages and cells by document ids. */
interface Figures {
  [figure: string]: unknown;
  documents: number;
  tagged: number;
  alignmentByStage: number | null;
  alignmentByCell: number | null;
  demand: number;
  openDemand: number;
  personas: string[];
  stages: Record<string, Stage>;
  cells: Record<string, Record<string, Cell>>;
}

interface CoverageService {
  takeSnapshot(): Promise<boolean>;
}

/** Counts the present day, and makes up how the months before led to it; always the same way. */
export async function seedTrend(strapi: Strapi): Promise<void> {
  await strapi.plugin('buyer-journey').service<CoverageService>('coverage').takeSnapshot();
  const today = (await rowsOf(strapi, UID).findMany({ where: {} })) as unknown as {
    scope: string;
    figures: Figures;
  }[];
  const days = Array.from({ length: DAYS }, (_, index) => DAYS - index);
  const ran = days.filter((day) => !MISSED.includes(day));
  await eachWithProgress('Days of the trend', ran, async (day) => {
    const share = 0.3 + (0.7 * Math.floor((1 - day / DAYS) * BURSTS)) / BURSTS;
    const data = today.map(({ scope, figures }) => ({
      ...{ day: daysAgo(day).toISOString().slice(0, 10), scope },
      figures: before(figures, share),
    }));
    await rowsOf(strapi, UID).createMany({ data });
  });
}

/** What the figures were when just this share of the documents was there. */
function before(figures: Figures, share: number): Figures {
  const part = (count: number) => Math.round(count * share);
  const heard = (weight: number) => Number((weight * (0.5 + share / 2)).toFixed(6));
  const cells = mapValues(figures.cells, (row) =>
    mapValues(row, ([documents, fresh, target, openDemand]): Cell => [
      part(documents),
      part(fresh),
      target,
      heard(openDemand),
    ])
  );
  const inScope = Object.values(cells)
    .flatMap((row) => Object.values(row))
    .filter(([, , target]) => target > 0);
  const shareOf = (some: number, all: number) => (all === 0 ? null : some / all);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const documents = Math.round(figures.documents * (0.5 + share / 2));
  const tagged = Math.min(documents, part(figures.tagged));
  const lower = (figure: number | null) => (figure === null ? null : figure * (0.7 + 0.3 * share));
  return {
    ...{ documents, tagged, untagged: documents - tagged },
    coverage: shareOf(inScope.filter(([n, , t]) => n >= t).length, inScope.length),
    fill: shareOf(sum(inScope.map(([n, , t]) => Math.min(n, t))), sum(inScope.map(([, , t]) => t))),
    freshCoverage: shareOf(inScope.filter(([, n, t]) => n >= t).length, inScope.length),
    alignmentByStage: lower(figures.alignmentByStage),
    alignmentByCell: lower(figures.alignmentByCell),
    demand: heard(figures.demand),
    openDemand: heard(figures.openDemand),
    personas: figures.personas,
    stages: mapValues(figures.stages, ([all, fresh, openDemand]): Stage => [
      part(all),
      part(fresh),
      heard(openDemand),
    ]),
    cells,
  };
}

function mapValues<From, To>(
  values: Record<string, From>,
  change: (value: From) => To
): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
