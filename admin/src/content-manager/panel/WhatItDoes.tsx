import { useSavedRelation, type RelationTarget } from '../../api/content-manager';
import { useCoverage } from '../../api/coverage';
import { EVERYTHING } from '../../api/coverage-question';
import type { TagFieldNames } from '../../../../contracts/tagging';
import { PERMISSIONS, useMay } from '../../permissions';
import { PanelCells } from '../PanelCells';
import type { EditedEntry } from './useTag';

interface WhatItDoesProps {
  entry: EditedEntry;
  fieldNames: TagFieldNames;
  isPublished: boolean;
  stage: RelationTarget | undefined;
  personas: RelationTarget[];
}

/** What the choice does to the cells it leads to, compared with where the entry is live. For who sees coverage. */
export function WhatItDoes({ entry, fieldNames, isPublished, stage, personas }: WhatItDoesProps) {
  const { may: mayReadCoverage } = useMay(PERMISSIONS.readCoverage);
  const { data: coverage } = useCoverage(EVERYTHING, {
    enabled: mayReadCoverage,
    version: entry.version,
  });
  // Asked only where the answer is needed: nothing of an entry that is not live counts anywhere.
  const live = {
    ...entry,
    documentId: mayReadCoverage && isPublished ? entry.documentId : undefined,
    status: entry.status === undefined ? undefined : 'published',
  };
  const liveStage = useSavedRelation({ ...live, field: fieldNames.journeyStage });
  const livePersonas = useSavedRelation({ ...live, field: fieldNames.personas });

  const chosen = coverage?.stages.find(({ documentId }) => documentId === stage?.documentId);
  if (!coverage || !chosen || !liveStage.data || !livePersonas.data) return null;
  const [liveStageNow] = liveStage.data;
  return (
    <PanelCells
      coverage={coverage}
      stageSlug={chosen.slug}
      personaIds={personas.map(({ documentId }) => documentId)}
      livePersonaIds={
        liveStageNow?.documentId === chosen.documentId
          ? livePersonas.data.map(({ documentId }) => documentId)
          : null
      }
    />
  );
}
