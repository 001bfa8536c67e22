import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { PresetStage, StageModel, TaxonomyStage } from '../../../contracts/taxonomy';
import type { SwitchResult } from '../../../contracts/taxonomy-terms';
import { useTaxonomy } from '../api/taxonomy';
import { useExportUses, useSwitchModel } from '../api/terms';
import { UsesText } from '../settings/UsesText';
import { ChooseOne } from '../ui/ChooseField';
import { DialogFrame } from '../ui/DialogFrame';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { defaultMapping } from './default-mapping';

interface SwitchModelDialogProps {
  model: StageModel;
  /** Slugs of the optional stages that are wanted. */
  optionalStages: string[];
  /** Gets the lists that undo the merges, in their order. */
  onSwitched: (result: SwitchResult, lists: Blob[]) => void;
  onClose: () => void;
  /** Where the focus goes when what opened the dialog is gone. */
  returnFocus: () => HTMLElement | null;
}

/** Asks where each old stage goes, and changes over to the new model. */
export function SwitchModelDialog(props: SwitchModelDialogProps) {
  const { model, optionalStages, onClose, returnFocus } = props;
  const intl = useIntl();
  const { data, error } = useTaxonomy();
  const wanted = model.stages.filter(
    ({ optional, slug }) => !optional || optionalStages.includes(slug)
  );
  const isOld = (stage: TaxonomyStage) => wanted.every(({ slug }) => slug !== stage.slug);
  if (data) return <MappingForm {...props} wanted={wanted} old={data.stages.filter(isOld)} />;
  return (
    <DialogFrame
      title={intl.formatMessage(
        { id: 'buyer-journey.switch.title', defaultMessage: 'Change over to “{model}”' },
        { model: model.name }
      )}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {error ? <ErrorNotice error={error} /> : <LoadingNotice />}
    </DialogFrame>
  );
}

interface MappingFormProps extends SwitchModelDialogProps {
  wanted: PresetStage[];
  old: TaxonomyStage[];
}

/** Chosen where a stage is kept, retired. */
const KEEP = '';

function MappingForm({ model, optionalStages, wanted, old, ...dialog }: MappingFormProps) {
  const intl = useIntl();
  const [targets, setTargets] = useState(() => defaultMapping(old, wanted));
  const exporting = useExportUses();
  const switching = useSwitchModel();
  const [isBusy, setBusy] = useState(false);
  const mapping = old.map(({ documentId }, index) => ({
    from: documentId,
    to: targets[index] ?? null,
  }));
  const uses = old.reduce(
    (sum, stage, index) => sum + (targets[index] === null ? 0 : stage.uses),
    0
  );
  const failure = exporting.error ?? switching.error;

  const change = async () => {
    setBusy(true);
    try {
      const lists: Blob[] = [];
      for (const { from, to } of mapping) {
        if (to === null) continue;
        lists.push(await exporting.mutateAsync({ kind: 'stage', documentId: from }));
      }
      const body = { modelId: model.id, optionalStages, mapping };
      dialog.onSwitched(await switching.mutateAsync(body), lists);
    } catch {
      // Shown below.
    } finally {
      setBusy(false);
    }
  };

  return (
    <DialogFrame
      title={intl.formatMessage(
        { id: 'buyer-journey.switch.title', defaultMessage: 'Change over to “{model}”' },
        { model: model.name }
      )}
      hint={intl.formatMessage({
        id: 'buyer-journey.switch.hint',
        defaultMessage:
          'Say where each of your stages goes. Everything that uses it is retagged at once; what is kept is retired: it stays on its entries, and is not offered for anything new.',
      })}
      onSubmit={() => void change()}
      onClose={dialog.onClose}
      isBusy={switching.isPending}
      returnFocus={dialog.returnFocus}
      action={
        <Button type="submit" loading={isBusy}>
          {intl.formatMessage({ id: 'buyer-journey.switch', defaultMessage: 'Change over' })}
        </Button>
      }
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {old.map((stage, index) => (
          <Flex key={stage.documentId} tag="li" direction="column" alignItems="stretch" gap={1}>
            <ChooseOne
              label={intl.formatMessage(
                { id: 'buyer-journey.switch.to', defaultMessage: '{stage} becomes' },
                { stage: stage.name }
              )}
              value={targets[index] ?? KEEP}
              options={[
                ...wanted.map(({ slug, name }) => ({ value: slug, name })),
                {
                  value: KEEP,
                  name: intl.formatMessage({
                    id: 'buyer-journey.switch.keep',
                    defaultMessage: 'Keep it, retired',
                  }),
                },
              ]}
              onChange={(slug) => {
                setTargets(targets.map((old, at) => (at === index ? slug || null : old)));
              }}
            />
            <UsesText uses={stage.uses} />
          </Flex>
        ))}
      </Flex>
      <Typography role="status" textColor="neutral800">
        {intl.formatMessage(
          {
            id: 'buyer-journey.switch.preview',
            defaultMessage:
              '{uses, plural, =0 {Nothing has to be retagged.} one {# use will be retagged.} other {# uses will be retagged.}} You can undo it as long as you stay on this page.',
          },
          { uses }
        )}
      </Typography>
      {failure && !isBusy && (
        <ErrorNotice
          error={failure}
          title={intl.formatMessage({
            id: 'buyer-journey.switch.failed',
            defaultMessage: 'Nothing was changed',
          })}
        />
      )}
    </DialogFrame>
  );
}
