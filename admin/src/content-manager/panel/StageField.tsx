import { Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';

import type { StageChoice } from '../../api/content-manager';
import { StageName } from '../../ui/StageName';
import type { PanelField } from '../edit-view-layout';
import { NothingChosen, NothingToChoose } from './notes';
import { StageChips } from './StageChips';
import { TagField } from './TagField';
import type { Tag } from './useTag';

interface StageFieldProps {
  field: PanelField;
  tag: Tag;
  /** Undefined where the user may not read them, or as long as they are being fetched. */
  stages: StageChoice[] | undefined;
  mayReadStages: boolean;
  isRequired: boolean;
}

/** The entry's stage. */
export function StageField({ field, tag, stages, mayReadStages, isRequired }: StageFieldProps) {
  const intl = useIntl();
  const id = useId();
  const [chosen] = tag.chosen;
  const known = stages?.find(({ documentId }) => documentId === chosen?.documentId);
  const offered = (stages ?? []).filter((stage) => stage.retired !== true || stage === known);

  const shown = known ? (
    <StageName name={known.name} color={known.color} bold />
  ) : chosen?.name !== undefined ? (
    <StageName name={chosen.name} color={null} bold />
  ) : chosen ? (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {intl.formatMessage({
        id: 'buyer-journey.panel.unknown',
        defaultMessage: 'A stage is chosen, but your role may not read stages.',
      })}
    </Typography>
  ) : (
    <NothingChosen />
  );
  return (
    <TagField
      id={id}
      label={field.label}
      hint={field.hint}
      isRequired={isRequired}
      tag={tag}
      readOnly={shown}
    >
      {offered.length > 0 ? (
        <StageChips
          stages={offered}
          chosen={chosen?.documentId ?? null}
          labelledBy={id}
          describedBy={tag.problem === undefined ? undefined : `${id}-error`}
          onChoose={(stage) => {
            tag.choose(stage ? [stage] : []);
          }}
        />
      ) : (
        <>
          {chosen && shown}
          {(stages || !mayReadStages) && <NothingToChoose mayRead={mayReadStages} />}
        </>
      )}
    </TagField>
  );
}
