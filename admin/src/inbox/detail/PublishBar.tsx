import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { PublishRefusal } from '../../../../contracts/sales-sourced/answers';
import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { publishRefusal } from '../../api/errors';
import { usePublishItem, useUnpublishItem } from '../../api/inbox-changes';
import { PERMISSIONS, useMay } from '../../permissions';
import { ToneBadge } from '../../ui/ToneBadge';
import { useFeedback } from '../actions/feedback';
import { PublishRefusalDialog, type Consent } from '../actions/PublishRefusalDialog';
import { useTriage } from '../actions/triage-context';
import { isDialogOpen } from '../../ui/key-presses';
import { findAnswerField, findItem } from '../item-focus';
import { useItemTexts } from '../item-texts';
import { PublicLink } from './PublicLink';

/** Whether the answer is online and under whose name, and the ways on and off. */
export function PublishBar({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const { may: mayPublish } = useMay(PERMISSIONS.publishAnswers);
  const isPublishable = item.published || (item.state !== 'declined' && item.state !== 'merged');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <PublishedBadge item={item} />
        {item.byline.length > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage(
              { id: 'buyer-journey.inbox.byline', defaultMessage: 'Byline: {names}' },
              { names: intl.formatList(item.byline.map(({ displayName }) => displayName)) }
            )}
          </Typography>
        )}
        <PublicLink address={item.link} />
      </Flex>
      <WordingText item={item} />
      {mayPublish && isPublishable && <PublishButtons item={item} />}
    </Flex>
  );
}

function PublishedBadge({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const texts = useItemTexts();
  if (!item.published) {
    return (
      <ToneBadge tone="neutral">
        {intl.formatMessage({
          id: 'buyer-journey.inbox.published.not',
          defaultMessage: 'Not published',
        })}
      </ToneBadge>
    );
  }
  const values = { date: item.publishedAt === null ? '–' : texts.day(item.publishedAt) };
  return item.modified ? (
    <ToneBadge tone="warning">
      {intl.formatMessage(
        {
          id: 'buyer-journey.inbox.published.modified',
          defaultMessage: 'Published {date}, changed since',
        },
        values
      )}
    </ToneBadge>
  ) : (
    <ToneBadge tone="success">
      {intl.formatMessage(
        { id: 'buyer-journey.inbox.published', defaultMessage: 'Published {date}' },
        values
      )}
    </ToneBadge>
  );
}

/** Whether the rep stands behind the words; nothing where no name goes on them. */
function WordingText({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  if (item.wording === 'notNeeded') return null;
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {item.wording === 'approved'
        ? intl.formatMessage({
            id: 'buyer-journey.inbox.wording.approved',
            defaultMessage: 'The rep stands behind these words.',
          })
        : intl.formatMessage({
            id: 'buyer-journey.inbox.wording.waiting',
            defaultMessage: 'The rep has not approved these words yet.',
          })}
    </Typography>
  );
}

const NO_CONSENT: Consent = {};

function PublishButtons({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const feedback = useFeedback();
  const { setDraft, mayTriage } = useTriage();
  const publishing = usePublishItem();
  const unpublishing = useUnpublishItem();
  const [refusal, setRefusal] = useState<PublishRefusal | null>(null);
  const [consent, setConsent] = useState(NO_CONSENT);

  /** The button that did it is gone then, and the focus with it. */
  const stay = () => {
    if (!isDialogOpen()) findItem(item.documentId)?.focus();
  };

  /** @param given each refusal that was overridden so far */
  const publish = (given: Consent) => {
    setConsent(given);
    publishing.mutate(
      { item, ...given },
      {
        onSuccess: () => {
          setRefusal(null);
          feedback.succeeded(
            intl.formatMessage({
              id: 'buyer-journey.inbox.publish.done',
              defaultMessage: 'The answer is online',
            })
          );
          stay();
        },
        onError: (error) => {
          const reason = publishRefusal(error);
          setRefusal(reason);
          if (!reason) feedback.failed(error);
        },
      }
    );
  };

  const unpublish = () => {
    unpublishing.mutate(
      { item },
      {
        onSuccess: () => {
          feedback.succeeded(
            intl.formatMessage({
              id: 'buyer-journey.inbox.unpublish.done',
              defaultMessage: 'The answer is offline',
            })
          );
          stay();
        },
        onError: feedback.failed,
      }
    );
  };

  return (
    <Flex gap={2} wrap="wrap">
      {(!item.published || item.modified) && (
        <Button
          size="S"
          variant={item.answer === null ? 'tertiary' : 'default'}
          loading={publishing.isPending}
          onClick={() => {
            publish(NO_CONSENT);
          }}
        >
          {item.published
            ? intl.formatMessage({
                id: 'buyer-journey.inbox.publish.again',
                defaultMessage: 'Publish the changes',
              })
            : intl.formatMessage({
                id: 'buyer-journey.inbox.publish',
                defaultMessage: 'Publish the answer',
              })}
        </Button>
      )}
      {item.published && (
        <Button size="S" variant="tertiary" loading={unpublishing.isPending} onClick={unpublish}>
          {intl.formatMessage({
            id: 'buyer-journey.inbox.unpublish',
            defaultMessage: 'Unpublish',
          })}
        </Button>
      )}
      {refusal && (
        <PublishRefusalDialog
          refusal={refusal}
          consent={consent}
          isBusy={publishing.isPending}
          onPublish={publish}
          onWrite={
            mayTriage
              ? () => {
                  setRefusal(null);
                  setDraft(item.documentId, { text: item.answer ?? '', basedOn: item.answer });
                }
              : null
          }
          onClose={() => {
            setRefusal(null);
          }}
          returnFocus={() => findAnswerField() ?? findItem(item.documentId)}
        />
      )}
    </Flex>
  );
}
