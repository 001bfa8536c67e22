import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { ItemDetail, LinkedAnswer } from '../../../../contracts/sales-sourced/detail';
import { useUnlinkAnswer } from '../../api/inbox-changes';
import { entryLink } from '../../ui/entry-link';
import { PageLink } from '../../ui/PageLink';
import { ToneBadge, type Tone } from '../../ui/ToneBadge';
import { useFeedback } from '../actions/feedback';
import { useTriage } from '../actions/triage-context';
import { DraftMenu } from './DraftMenu';
import { Part } from './Part';

/** The documents that answer an item, and the ways to get one. */
export function LinkedAnswersPart({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const { mayTriage, ask } = useTriage();
  const mayChange = mayTriage && item.state !== 'merged';
  return (
    <Part
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.answers',
        defaultMessage: 'Answered by',
      })}
      action={
        mayChange && (
          <Flex gap={2} wrap="wrap">
            <DraftMenu documentId={item.documentId} />
            <Button
              size="S"
              variant="tertiary"
              onClick={() => {
                ask('link');
              }}
            >
              {intl.formatMessage({
                id: 'buyer-journey.inbox.action.link',
                defaultMessage: 'Link an answer…',
              })}
            </Button>
          </Flex>
        )
      }
    >
      {item.answers.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.inbox.answers.none',
            defaultMessage: 'No document answers this yet.',
          })}
        </Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {item.answers.map((answer) => (
            <AnswerItem
              key={answer.id}
              answer={answer}
              item={item.documentId}
              mayUnlink={mayChange}
            />
          ))}
        </Flex>
      )}
    </Part>
  );
}

interface AnswerItemProps {
  answer: LinkedAnswer;
  item: string;
  mayUnlink: boolean;
}

function AnswerItem({ answer, item, mayUnlink }: AnswerItemProps) {
  const intl = useIntl();
  const feedback = useFeedback();
  const unlinking = useUnlinkAnswer();
  const title =
    answer.title ??
    intl.formatMessage(
      {
        id: 'buyer-journey.inbox.answer.untitled',
        defaultMessage: '{type} without a title to show',
      },
      { type: answer.typeName }
    );

  return (
    <Flex tag="li" justifyContent="space-between" alignItems="flex-start" gap={2}>
      <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
        {answer.title === null ? (
          <Typography textColor="neutral600">{title}</Typography>
        ) : (
          <PageLink to={entryLink({ ...answer, locale: null })}>{title}</PageLink>
        )}
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {answer.typeName}
          </Typography>
          <AnswerState answer={answer} />
        </Flex>
      </Flex>
      {mayUnlink && (
        <IconButton
          variant="ghost"
          disabled={unlinking.isPending}
          label={intl.formatMessage(
            { id: 'buyer-journey.inbox.unlink', defaultMessage: 'Do not link {title} any more' },
            { title }
          )}
          onClick={() => {
            unlinking.mutate(
              { documentId: item, answerId: answer.id },
              { onError: feedback.failed }
            );
          }}
        >
          <Cross />
        </IconButton>
      )}
    </Flex>
  );
}

/** A document that was live once and is a draft now was unpublished. */
function AnswerState({ answer }: { answer: LinkedAnswer }) {
  const intl = useIntl();
  const [tone, text]: [Tone, string] =
    answer.state === 'live'
      ? [
          'success',
          intl.formatMessage({ id: 'buyer-journey.inbox.answer.live', defaultMessage: 'Live' }),
        ]
      : answer.state === 'gone'
        ? [
            'danger',
            intl.formatMessage({
              id: 'buyer-journey.inbox.answer.gone',
              defaultMessage: 'Deleted since',
            }),
          ]
        : answer.answeredAt !== null
          ? [
              'warning',
              intl.formatMessage({
                id: 'buyer-journey.inbox.answer.unpublished',
                defaultMessage: 'Unpublished since',
              }),
            ]
          : [
              'neutral',
              intl.formatMessage({
                id: 'buyer-journey.inbox.answer.draft',
                defaultMessage: 'Draft',
              }),
            ];
  return <ToneBadge tone={tone}>{text}</ToneBadge>;
}
