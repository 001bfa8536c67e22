import { Flex, Typography } from '@strapi/design-system';
import { useForm, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import type { TagFieldNames, TagName } from '../../../contracts/tagging';
import { usePersonaChoices, useStageChoices } from '../api/content-manager';
import { useContentPermissions } from '../content-permissions';
import { PERSONA_UID, STAGE_UID } from '../plugin-id';
import type { PanelField } from './edit-view-layout';
import { knowsValue } from './form-value';
import { ContributorsField } from './panel/ContributorsField';
import { LeaveInForm } from './panel/LeaveInForm';
import { PersonasField } from './panel/PersonasField';
import { StageField } from './panel/StageField';
import { StageSummary } from './panel/StageSummary';
import { useFieldLabel } from './panel/useFieldLabel';
import { useTag } from './panel/useTag';
import { WhatItDoes } from './panel/WhatItDoes';

interface JourneyPanelContentProps {
  model: string;
  /** Undefined while the entry is being created. */
  documentId: string | undefined;
  status: string | undefined;
  /** Whether there is a published version beside a draft. */
  isPublished: boolean;
  /** Changes whenever the entry is saved or published. */
  version: string;
  fieldNames: TagFieldNames;
  /** The tag fields that are not in the form: they are changed here. */
  panelFields: PanelField[];
  requiresStage: boolean;
}

/** Follows the form: what is chosen there counts, saved or not. */
export default function JourneyPanelContent(props: JourneyPanelContentProps) {
  const { model, documentId, status, version, fieldNames, panelFields, isPublished } = props;
  const intl = useIntl();
  const labelOf = useFieldLabel(model);
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const values = useForm('JourneyPanelContent', (form) => form.values);
  const { mayRead: mayReadStages } = useContentPermissions(STAGE_UID);
  const { mayRead: mayReadPersonas } = useContentPermissions(PERSONA_UID);

  const entry = { model, documentId, locale: query.plugins?.i18n?.locale, status, version };
  const inPanel = (tag: TagName) => {
    const field = panelFields.find((one) => one.tag === tag);
    return field && { ...field, label: labelOf(field) };
  };
  const inForm = (tag: TagName): PanelField => ({
    ...{ tag, name: fieldNames[tag], label: '', hint: undefined },
    ...{ editable: false, mainField: undefined },
  });
  const stageField = inPanel('journeyStage');
  const personasField = inPanel('personas');
  const contributorsField = inPanel('contributors');
  const stage = useTag(stageField ?? inForm('journeyStage'), entry);
  const personas = useTag(personasField ?? inForm('personas'), entry);
  const { data: stages } = useStageChoices(mayReadStages);
  const { data: allPersonas } = usePersonaChoices(mayReadPersonas);

  if (!panelFields.every(({ name }) => knowsValue(values, name))) {
    return <LeaveInForm model={model} />;
  }
  const isUntagged = stage.mayRead && stage.isKnown && stage.chosen.length === 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {stageField ? (
        <StageField
          field={stageField}
          tag={stage}
          stages={stages}
          mayReadStages={mayReadStages}
          isRequired={props.requiresStage}
        />
      ) : (
        <StageSummary tag={stage} stages={stages} />
      )}
      {personasField && (
        <PersonasField
          field={personasField}
          tag={personas}
          personas={allPersonas}
          mayReadPersonas={mayReadPersonas}
        />
      )}
      {isUntagged ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.panel.none',
            defaultMessage:
              'No stage chosen. Until it has one, the entry counts as untagged and appears in no cell of the coverage grid.',
          })}
        </Typography>
      ) : (
        <WhatItDoes
          entry={entry}
          fieldNames={fieldNames}
          isPublished={isPublished}
          stage={stage.chosen[0]}
          personas={personas.chosen}
        />
      )}
      {contributorsField && <ContributorsField field={contributorsField} entry={entry} />}
    </Flex>
  );
}
