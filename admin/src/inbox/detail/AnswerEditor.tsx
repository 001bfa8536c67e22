import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';

import { type ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { MAX_TEXT } from '../../../../contracts/sales-sourced/fields';
import { useTriage, type AnswerDraft } from '../actions/triage-context';
import { findItem } from '../item-focus';

interface AnswerEditorProps {
  item: ItemDetail;
  draft: AnswerDraft;
}

/** Writes the answer as plain text. What is typed stays until it is saved or given up. */
export function AnswerEditor({ item, draft }: AnswerEditorProps) {
  const intl = useIntl();
  const { actions, setDraft } = useTriage();
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { documentId } = item;
  const isUntouched = draft.text === (draft.basedOn ?? '');

  // Writing is begun by a key or a button elsewhere.
  useEffect(() => {
    field.current?.focus();
  }, [documentId]);

  const leave = () => {
    setDraft(documentId, null);
    findItem(documentId)?.focus();
  };

  const save = async () => {
    setIsBusy(true);
    const answer = draft.text.trim() === '' ? null : draft.text;
    const done = await actions.edit(item, { answer });
    setIsBusy(false);
    if (done) leave();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!isBusy) void save();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (isUntouched) leave();
      else findItem(documentId)?.focus();
    }
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root
        hint={intl.formatMessage({
          id: 'buyer-journey.inbox.answer.hint',
          defaultMessage: 'Plain text. Rewording takes away formatting that the answer may have.',
        })}
      >
        <Field.Label>
          {intl.formatMessage({
            id: 'buyer-journey.inbox.answer.label',
            defaultMessage: 'Answer to the buyer',
          })}
        </Field.Label>
        <Textarea
          ref={field}
          name="answer"
          maxLength={MAX_TEXT}
          value={draft.text}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setDraft(documentId, { ...draft, text: event.currentTarget.value });
          }}
        />
        <Field.Hint />
      </Field.Root>
      {item.answer !== draft.basedOn && <ChangedMeanwhile answer={item.answer} />}
      <Flex gap={2} wrap="wrap">
        <Button size="S" loading={isBusy} onClick={() => void save()}>
          {intl.formatMessage({ id: 'buyer-journey.inbox.save', defaultMessage: 'Save' })}
        </Button>
        <Button size="S" variant="tertiary" disabled={isBusy} onClick={leave}>
          {isUntouched
            ? intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })
            : intl.formatMessage({
                id: 'buyer-journey.inbox.discard',
                defaultMessage: 'Discard what I typed',
              })}
        </Button>
      </Flex>
    </Flex>
  );
}

/** The answer that somebody else wrote while this one was being typed. */
function ChangedMeanwhile({ answer }: { answer: string | null }) {
  const intl = useIntl();
  return (
    <Box role="status" background="warning100" borderColor="warning200" hasRadius padding={3}>
      <Typography tag="p" fontWeight="bold" textColor="warning700">
        {intl.formatMessage({
          id: 'buyer-journey.inbox.answer.changed',
          defaultMessage: 'Somebody else changed the answer. Saving yours replaces this one:',
        })}
      </Typography>
      <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
        {answer ??
          intl.formatMessage({
            id: 'buyer-journey.inbox.answer.none',
            defaultMessage: 'There is no answer in words yet.',
          })}
      </Typography>
    </Box>
  );
}
