import { personaData, stageData } from './data-shapes';
import { readList } from './data';
import type { Strapi } from './documents';

/** How many documents each persona should find at a stage: most where they choose. */
const WANTED: Record<string, number> = {
  awareness: 4,
  consideration: 4,
  decision: 6,
  onboarding: 4,
};

interface Target {
  stage: string;
  persona: string;
  target: number;
}

interface CoverageService {
  setTargets(body: { targets: Target[] }): Promise<unknown>;
}

/** Sets the targets that both teams agreed on. */
export async function seedTargets(strapi: Strapi): Promise<void> {
  const personas = readList('personas.json', personaData);
  const targets = readList('stages.json', stageData).flatMap(({ slug: stage }) =>
    personas.map(({ slug: persona }) => ({ stage, persona, target: WANTED[stage] ?? 1 }))
  );
  await strapi.plugin('buyer-journey').service<CoverageService>('coverage').setTargets({ targets });
}
