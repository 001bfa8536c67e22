import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { EVERYONE, type Coverage } from '../../../../contracts/coverage';
import type { CellTarget } from '../../../../contracts/targets';
import type { CoverageScope } from '../../api/coverage-question';
import { ChooseOne } from '../../ui/ChooseField';
import { DialogFrame } from '../../ui/DialogFrame';
import { isTarget, TargetField } from './TargetField';
import { useNarrowingText } from './useNarrowingText';
import type { Targets } from './useTargets';

interface SetTargetsDialogProps {
  coverage: Coverage;
  scope: CoverageScope;
  targets: Targets;
  onClose: () => void;
}

/** Sets the targets of a whole stage, a whole persona, or where both meet. */
export function SetTargetsDialog({ coverage, scope, targets, onClose }: SetTargetsDialogProps) {
  const intl = useIntl();
  const narrowingText = useNarrowingText();
  const [stage, setStage] = useState<string | null>(null);
  const [persona, setPersona] = useState<string | null>(null);
  const [value, setValue] = useState<number | undefined>();
  const cells = cellsOf(coverage, stage, persona);
  // Taking all of them away is more than one click should do.
  const isEverything = stage === null && persona === null;

  const save = async (target: number | null) => {
    if (await targets.set(cells.map((cell) => ({ ...cell, target })))) onClose();
  };

  const everyone = intl.formatMessage({
    id: 'buyer-journey.grid.everyone',
    defaultMessage: 'Everyone',
  });
  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.targets.many',
        defaultMessage: 'Set targets',
      })}
      hint={narrowingText(scope)}
      onClose={onClose}
      onSubmit={() => {
        if (isTarget(value) && cells.length > 0) void save(value);
      }}
      returnFocus={() => document.querySelector('[role="grid"] [tabindex="0"]')}
      action={
        <>
          <Button
            type="button"
            variant="tertiary"
            disabled={targets.isBusy || cells.length === 0 || isEverything}
            onClick={() => void save(null)}
          >
            {intl.formatMessage({
              id: 'buyer-journey.targets.takeManyAway',
              defaultMessage: 'Take these targets away',
            })}
          </Button>
          <Button
            type="submit"
            loading={targets.isBusy}
            disabled={!isTarget(value) || cells.length === 0}
          >
            {intl.formatMessage(
              {
                id: 'buyer-journey.targets.setMany',
                defaultMessage: '{count, plural, one {Set # target} other {Set # targets}}',
              },
              { count: cells.length }
            )}
          </Button>
        </>
      }
    >
      <ChooseOne
        label={intl.formatMessage({ id: 'buyer-journey.targets.stage', defaultMessage: 'Stage' })}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.targets.allStages',
          defaultMessage: 'All stages',
        })}
        value={stage}
        options={coverage.stages.filter(isOffered).map(({ slug, name }) => ({ value: slug, name }))}
        onChange={setStage}
        onClear={() => {
          setStage(null);
        }}
      />
      <ChooseOne
        label={intl.formatMessage({
          id: 'buyer-journey.grid.persona',
          defaultMessage: 'Persona',
        })}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.targets.allPersonas',
          defaultMessage: 'All personas',
        })}
        value={persona}
        options={[
          ...coverage.personas.filter(isOffered).map(({ slug, name }) => ({ value: slug, name })),
          { value: EVERYONE, name: everyone },
        ]}
        onChange={setPersona}
        onClear={() => {
          setPersona(null);
        }}
      />
      <TargetField
        value={value}
        onChange={setValue}
        hint={intl.formatMessage({
          id: 'buyer-journey.targets.zeroMany',
          defaultMessage: '0 puts the cells out of scope.',
        })}
      />
      {persona === null && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.targets.notEveryone',
            defaultMessage: 'Content for everyone has targets of its own: choose Everyone for it.',
          })}
        </Typography>
      )}
    </DialogFrame>
  );
}

/** Cells of the stage and persona, or of all; content for everyone only when it was asked for. */
function cellsOf(
  { stages, personas }: Coverage,
  stage: string | null,
  persona: string | null
): Omit<CellTarget, 'target'>[] {
  const rows = persona === null ? personas.map(({ slug }) => slug) : [persona];
  const columns = stage === null ? stages.map(({ slug }) => slug) : [stage];
  return columns.flatMap((column) =>
    rows.map((row) => ({ stage: column, persona: row === EVERYONE ? null : row }))
  );
}

/** What is retired has no targets. */
const isOffered = ({ retired }: { retired: boolean }) => !retired;
