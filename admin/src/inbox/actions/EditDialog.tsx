import { Button, Field, Flex, Textarea, TextInput } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { type ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { MAX_TEXT } from '../../../../contracts/sales-sourced/fields';
import {
  type EditItemBody,
  type InboxChoices,
  type TermChoice,
} from '../../../../contracts/sales-sourced/inbox';
import { ITEM_KINDS, ITEM_SOURCES } from '../../../../contracts/sales-sourced/items';
import { useInboxChoices } from '../../api/inbox';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { useItemTexts } from '../item-texts';
import { DialogFrame } from '../../ui/DialogFrame';
import { changedFields, editableFields, type EditableFields } from './editable-fields';
import { ChooseMany, ChooseOne } from '../../ui/ChooseField';

type Edit = Omit<EditItemBody, 'revision'>;

interface EditDialogProps {
  item: ItemDetail;
  /** Answers whether it was done; the dialog stays, with what was typed, when it was not. */
  onSave: (edit: Edit) => Promise<boolean>;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Edits what an item says and where it belongs. */
export function EditDialog({ item, onSave, onClose, returnFocus }: EditDialogProps) {
  const intl = useIntl();
  const { data: choices, error, refetch } = useInboxChoices();
  const [before] = useState(() => editableFields(item));
  const [fields, setFields] = useState(before);
  const [isBusy, setIsBusy] = useState(false);

  const isIncomplete =
    fields.buyerWords.trim() === '' || (before.slug !== '' && fields.slug.trim() === '');

  const save = async () => {
    const edit = changedFields(before, fields);
    if (Object.keys(edit).length > 0) {
      setIsBusy(true);
      const done = await onSave(edit);
      setIsBusy(false);
      if (!done) return;
    }
    onClose();
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.edit.title',
        defaultMessage: 'Edit the item',
      })}
      returnFocus={returnFocus}
      onClose={onClose}
      onSubmit={() => void save()}
      action={
        <Button type="submit" disabled={isIncomplete} loading={isBusy}>
          {intl.formatMessage({ id: 'buyer-journey.inbox.save', defaultMessage: 'Save' })}
        </Button>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !choices && <LoadingNotice />}
      {choices && (
        <EditFields
          fields={fields}
          hasSlug={before.slug !== ''}
          choices={choices}
          onChange={(changed) => {
            setFields({ ...fields, ...changed });
          }}
        />
      )}
    </DialogFrame>
  );
}

/** What is retired can be kept, and not chosen anew. */
function offered(terms: TermChoice[], chosen: (string | null)[]) {
  return terms
    .filter(({ slug, retired }) => !retired || chosen.includes(slug))
    .map(({ slug, name }) => ({ value: slug, name }));
}

interface EditFieldsProps {
  fields: EditableFields;
  /** The slug is made when the item is first published; until then there is nothing to edit. */
  hasSlug: boolean;
  choices: InboxChoices;
  onChange: (changed: Partial<EditableFields>) => void;
}

function EditFields({ fields, hasSlug, choices, onChange }: EditFieldsProps) {
  const texts = useItemTexts();
  const stages = offered(choices.stages, [fields.stage, fields.resolveByStage]);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root required>
        <Field.Label>{texts.field('buyerWords')}</Field.Label>
        <Textarea
          name="buyerWords"
          maxLength={MAX_TEXT}
          value={fields.buyerWords}
          onChange={(event) => {
            onChange({ buyerWords: event.currentTarget.value });
          }}
        />
      </Field.Root>
      <ChooseOne
        label={texts.field('kind')}
        value={fields.kind}
        options={ITEM_KINDS.map((kind) => ({ value: kind, name: texts.kind(kind) }))}
        onChange={(kind) => {
          onChange({ kind: ITEM_KINDS.find((known) => known === kind) ?? fields.kind });
        }}
      />
      <ChooseOne
        label={texts.field('stage')}
        value={fields.stage}
        options={stages}
        onChange={(stage) => {
          onChange({ stage });
        }}
        onClear={() => {
          onChange({ stage: null });
        }}
      />
      <ChooseOne
        label={texts.field('resolveByStage')}
        value={fields.resolveByStage}
        options={stages}
        onChange={(resolveByStage) => {
          onChange({ resolveByStage });
        }}
        onClear={() => {
          onChange({ resolveByStage: null });
        }}
      />
      <ChooseMany
        label={texts.field('personas')}
        values={fields.personas}
        options={offered(choices.personas, fields.personas)}
        onChange={(personas) => {
          onChange({ personas });
        }}
      />
      <ChooseMany
        label={texts.field('contributors')}
        values={fields.byline}
        options={choices.reps.map(({ documentId, displayName }) => ({
          value: documentId,
          name: displayName,
        }))}
        onChange={(byline) => {
          onChange({ byline });
        }}
      />
      {fields.account !== undefined && <PrivateFields fields={fields} onChange={onChange} />}
      {hasSlug && (
        <Field.Root required>
          <Field.Label>{texts.field('slug')}</Field.Label>
          <TextInput
            name="slug"
            value={fields.slug}
            onChange={(event) => {
              onChange({ slug: event.currentTarget.value });
            }}
          />
        </Field.Root>
      )}
    </Flex>
  );
}

const MAX_LINE = 255;

/** Who the buyer is and where they said it: never published. */
function PrivateFields({ fields, onChange }: Pick<EditFieldsProps, 'fields' | 'onChange'>) {
  const texts = useItemTexts();
  return (
    <>
      <ChooseOne
        label={texts.field('source')}
        value={fields.source ?? null}
        options={ITEM_SOURCES.map((source) => ({ value: source, name: texts.source(source) }))}
        onChange={(chosen) => {
          onChange({ source: ITEM_SOURCES.find((source) => source === chosen) ?? null });
        }}
        onClear={() => {
          onChange({ source: null });
        }}
      />
      {(['account', 'crmReference'] as const).map((name) => (
        <Field.Root key={name}>
          <Field.Label>{texts.field(name)}</Field.Label>
          <TextInput
            name={name}
            maxLength={MAX_LINE}
            autoComplete="off"
            value={fields[name] ?? ''}
            onChange={(event) => {
              onChange({ [name]: event.currentTarget.value });
            }}
          />
        </Field.Root>
      ))}
    </>
  );
}
