import { Button, Flex, Typography } from '@strapi/design-system';
import { Link as LinkIcon } from '@strapi/icons';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import type { LinkAnswerBody } from '../../../../contracts/sales-sourced/answers';
import { useAnsweredItems } from '../../api/answers';
import { PERMISSIONS, useMay } from '../../permissions';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { AnsweredItemRow } from './AnsweredItemRow';
import { LinkQuestionDialog } from './LinkQuestionDialog';

/** The items that a document answers, and the way to link another one. */
export function AnsweredItems({ document }: { document: LinkAnswerBody }) {
  const intl = useIntl();
  const { may: mayTriage } = useMay(PERMISSIONS.triage);
  const { data: items, error, refetch } = useAnsweredItems(document);
  const [isLinking, setIsLinking] = useState(false);
  const linkButton = useRef<HTMLButtonElement>(null);

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!items) return <LoadingNotice />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {items.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.answers.none',
            defaultMessage: 'No question is linked to this document yet.',
          })}
        </Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {items.map((item) => (
            <AnsweredItemRow
              key={item.answerId}
              item={item}
              mayUnlink={mayTriage}
              onFocusLost={() => linkButton.current?.focus()}
            />
          ))}
        </Flex>
      )}
      {mayTriage && (
        <Button
          ref={linkButton}
          variant="secondary"
          startIcon={<LinkIcon />}
          onClick={() => {
            setIsLinking(true);
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.answers.link',
            defaultMessage: 'Link a question',
          })}
        </Button>
      )}
      {isLinking && (
        <LinkQuestionDialog
          document={document}
          linked={items.map(({ documentId }) => documentId)}
          onClose={() => {
            setIsLinking(false);
          }}
        />
      )}
    </Flex>
  );
}
