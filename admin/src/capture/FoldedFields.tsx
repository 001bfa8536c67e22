import { Button, Field, Flex } from '@strapi/design-system';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useIntl } from 'react-intl';

import type { Me } from '../../../contracts/sales-sourced/capture';
import type { Draft } from './draft';
import { LongTextField } from './LongTextField';
import { PrivateFields } from './PrivateFields';
import { useProblemText } from './problem-text';
import { StageSelect } from './TermFields';
import type { CaptureFormState } from './useCaptureForm';

/** What is asked for only on demand. A field unfolds where its button was, and takes the focus. */
export function FoldedFields({ form, me }: { form: CaptureFormState; me: Me }) {
  const intl = useIntl();
  const problemText = useProblemText();
  const { draft, change, idOf } = form;

  const resolveBy = useRef<HTMLDivElement>(null);

  const unfold = (part: Partial<Draft>, focus: () => void) => {
    flushSync(() => {
      change(part);
    });
    focus();
  };

  return (
    <>
      {draft.answer !== undefined && (
        <LongTextField
          id={idOf('answer')}
          label={intl.formatMessage({
            id: 'buyer-journey.capture.answer',
            defaultMessage: 'My answer',
          })}
          isLocked={form.isSaving}
          value={draft.answer}
          error={problemText('answer', form.problems.answer)}
          onChange={(answer) => {
            change({ answer });
          }}
        />
      )}
      {draft.resolveByStage !== undefined && (
        <Field.Root
          hint={intl.formatMessage({
            id: 'buyer-journey.capture.resolveBy.hint',
            defaultMessage: 'The stage in which the website should already have answered it.',
          })}
        >
          <Field.Label>
            {intl.formatMessage({
              id: 'buyer-journey.capture.resolveBy',
              defaultMessage: 'Where it should be resolved',
            })}
          </Field.Label>
          <StageSelect
            ref={resolveBy}
            stages={me.stages}
            stage={me.stages.find(({ slug }) => slug === draft.resolveByStage) ?? null}
            onChange={(resolveByStage) => {
              change({ resolveByStage });
            }}
          />
          <Field.Hint />
        </Field.Root>
      )}
      {draft.account !== undefined && (
        <PrivateFields draft={draft} accountId={idOf('account')} onChange={change} />
      )}
      <Flex gap={1} wrap="wrap">
        {draft.answer === undefined && (
          <Button
            variant="ghost"
            size="S"
            paddingLeft={1}
            paddingRight={1}
            onClick={() => {
              unfold({ answer: '' }, () => {
                form.focusOn('answer');
              });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.capture.answer.unfold',
              defaultMessage: '+ my answer',
            })}
          </Button>
        )}
        {draft.resolveByStage === undefined && me.stages.length > 0 && (
          <Button
            variant="ghost"
            size="S"
            paddingLeft={1}
            paddingRight={1}
            onClick={() => {
              unfold({ resolveByStage: null }, () => resolveBy.current?.focus());
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.capture.resolveBy.unfold',
              defaultMessage: '+ where it should be resolved',
            })}
          </Button>
        )}
        {draft.account === undefined && (
          <Button
            variant="ghost"
            size="S"
            paddingLeft={1}
            paddingRight={1}
            onClick={() => {
              unfold({ account: '', source: me.lastUse.source }, () => {
                form.focusOn('account');
              });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.capture.private.unfold',
              defaultMessage: '+ account (private)',
            })}
          </Button>
        )}
      </Flex>
    </>
  );
}
