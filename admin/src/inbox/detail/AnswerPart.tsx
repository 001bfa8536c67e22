import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { useTriage } from '../actions/triage-context';
import { AnswerEditor } from './AnswerEditor';
import { Part } from './Part';
import { PublishBar } from './PublishBar';

const Answer = styled(Typography)`
  overflow-wrap: anywhere;
  white-space: pre-line;
`;

/** The answer in a rep's words: to read, to write and to publish. */
export function AnswerPart({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const { mayTriage, draftOf, setDraft } = useTriage();
  const draft = draftOf(item.documentId);
  const mayWrite = mayTriage && item.state !== 'merged';

  return (
    <Part
      title={intl.formatMessage({ id: 'buyer-journey.inbox.answer', defaultMessage: 'Answer' })}
      action={
        mayWrite &&
        !draft && (
          <Button
            size="S"
            variant="tertiary"
            onClick={() => {
              setDraft(item.documentId, { text: item.answer ?? '', basedOn: item.answer });
            }}
          >
            {item.answer === null
              ? intl.formatMessage({
                  id: 'buyer-journey.inbox.answer.write',
                  defaultMessage: 'Write the answer',
                })
              : intl.formatMessage({
                  id: 'buyer-journey.inbox.answer.edit',
                  defaultMessage: 'Edit the answer',
                })}
          </Button>
        )
      }
    >
      {draft && mayWrite ? (
        <AnswerEditor item={item} draft={draft} />
      ) : (
        <Flex direction="column" alignItems="stretch" gap={3}>
          {item.answer === null ? (
            <Typography tag="p" textColor="neutral600">
              {intl.formatMessage({
                id: 'buyer-journey.inbox.answer.none',
                defaultMessage: 'There is no answer in words yet.',
              })}
            </Typography>
          ) : (
            <Answer tag="p">{item.answer}</Answer>
          )}
          <PublishBar item={item} />
        </Flex>
      )}
    </Part>
  );
}
