import { Flex, Typography } from '@strapi/design-system';
import { useForm, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import type { TagFieldNames } from '../../../contracts/tagging';
import { useSavedRelation, useStageDetails, type RelationTarget } from '../api/content-manager';
import { useCoverage } from '../api/coverage';
import { EVERYTHING } from '../api/coverage-question';
import { PERMISSIONS, useMay } from '../permissions';
import { useContentPermissions } from '../content-permissions';
import { STAGE_UID } from '../plugin-id';
import { ErrorNotice } from '../ui/notices';
import { StageName } from '../ui/StageName';
import { chosenTargets } from './form-value';
import { PanelCells } from './PanelCells';

interface JourneyPanelContentProps {
  model: string;
  /** Undefined while the entry is being created. */
  documentId: string | undefined;
  status: string | undefined;
  /** Changes whenever the entry is saved or published. */
  version: string;
  fieldNames: TagFieldNames;
}

const NONE: RelationTarget[] = [];

/** Follows the form: what is chosen there counts, saved or not. */
export default function JourneyPanelContent(props: JourneyPanelContentProps) {
  const { model, documentId, status, version, fieldNames } = props;
  const intl = useIntl();
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const values = useForm('JourneyPanelContent', (state) => state.values, false);
  const { may: mayReadCoverage } = useMay(PERMISSIONS.readCoverage);
  const { mayRead: mayReadStages } = useContentPermissions(STAGE_UID);
  const { mayReadField } = useContentPermissions(model);
  const isHidden = documentId !== undefined && !mayReadField(fieldNames.journeyStage);

  const locale = query.plugins?.i18n?.locale;
  const question = (field: string) => ({
    model,
    // The Content Manager answers a question about a hidden field with an error of its own.
    documentId: mayReadField(field) ? documentId : undefined,
    field,
    locale,
    status,
    version,
  });
  const savedStage = useSavedRelation(question(fieldNames.journeyStage));
  const savedPersonas = useSavedRelation(question(fieldNames.personas));
  const { data: coverage } = useCoverage(EVERYTHING, { enabled: mayReadCoverage, version });

  const [chosenStage] = chosenTargets(values, fieldNames.journeyStage, savedStage.data ?? NONE);
  const chosenPersonas = chosenTargets(values, fieldNames.personas, savedPersonas.data ?? NONE);
  const { data: details } = useStageDetails(chosenStage?.documentId, mayReadStages);

  if (savedStage.error) return <ErrorNotice error={savedStage.error} />;
  if (savedStage.isPending) return null;
  if (!chosenStage) {
    return (
      <Typography tag="p" textColor="neutral600">
        {isHidden
          ? intl.formatMessage({
              id: 'buyer-journey.panel.hidden',
              defaultMessage: 'Your role does not see the stage of this entry.',
            })
          : intl.formatMessage({
              id: 'buyer-journey.panel.none',
              defaultMessage:
                'No stage chosen. Until it has one, the entry counts as untagged and appears in no cell of the coverage grid.',
            })}
      </Typography>
    );
  }

  const stage =
    details ?? coverage?.stages.find(({ documentId: id }) => id === chosenStage.documentId);
  if (!stage) {
    return (
      <Typography tag="p" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.panel.unknown',
          defaultMessage: 'A stage is chosen, but your role may not read stages.',
        })}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <StageName name={stage.name} color={stage.color} bold />
        {stage.buyerQuestion && (
          <Typography tag="p" textColor="neutral600">
            {intl.formatMessage(
              {
                id: 'buyer-journey.panel.question',
                defaultMessage: 'Buyers ask: “{question}”',
              },
              { question: stage.buyerQuestion }
            )}
          </Typography>
        )}
      </Flex>
      {coverage && (
        <PanelCells
          coverage={coverage}
          stageSlug={stage.slug}
          personaIds={chosenPersonas.map((persona) => persona.documentId)}
        />
      )}
    </Flex>
  );
}
