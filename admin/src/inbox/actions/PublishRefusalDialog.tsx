import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type {
  Finding,
  PublishBody,
  PublishRefusal,
} from '../../../../contracts/sales-sourced/answers';
import { PERMISSIONS, useMay } from '../../permissions';
import { useItemTexts } from '../item-texts';
import { DialogFrame } from '../../ui/DialogFrame';

/** What the user publishes in spite of. */
export type Consent = Partial<Pick<PublishBody, 'overrideFindings' | 'withoutApproval'>>;

interface PublishRefusalDialogProps {
  refusal: PublishRefusal;
  /** What was overridden before; it still holds. */
  consent: Consent;
  isBusy: boolean;
  onPublish: (consent: Consent) => void;
  /** Null for who may not write answers. */
  onWrite: (() => void) | null;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Says what holds the publication back, and offers the way on to those who may take it. */
export function PublishRefusalDialog(props: PublishRefusalDialogProps) {
  const { refusal, consent, isBusy, onPublish, onWrite, onClose, returnFocus } = props;
  const intl = useIntl();
  const { may: mayOverride } = useMay(PERMISSIONS.overrideFindings);
  const { may: maySkipApproval } = useMay(PERMISSIONS.publishUnapproved);

  const wayOn = () => {
    switch (refusal.reason) {
      case 'findings':
        return (
          mayOverride && (
            <Button
              variant="danger"
              loading={isBusy}
              onClick={() => {
                onPublish({ ...consent, overrideFindings: true });
              }}
            >
              {intl.formatMessage({
                id: 'buyer-journey.inbox.publish.anyway',
                defaultMessage: 'Publish anyway',
              })}
            </Button>
          )
        );
      case 'approval':
        return (
          maySkipApproval && (
            <Button
              variant="danger"
              loading={isBusy}
              onClick={() => {
                onPublish({ ...consent, withoutApproval: true });
              }}
            >
              {intl.formatMessage({
                id: 'buyer-journey.inbox.publish.unapproved',
                defaultMessage: 'Publish without approval',
              })}
            </Button>
          )
        );
      case 'noAnswer':
        return (
          onWrite && (
            <Button onClick={onWrite}>
              {intl.formatMessage({
                id: 'buyer-journey.inbox.answer.write',
                defaultMessage: 'Write the answer',
              })}
            </Button>
          )
        );
    }
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.refused',
        defaultMessage: 'Not published',
      })}
      returnFocus={returnFocus}
      onClose={onClose}
      action={wayOn()}
    >
      {refusal.reason === 'findings' && <Findings findings={refusal.findings} />}
      {refusal.reason === 'approval' && (
        <Typography tag="p">
          {intl.formatMessage({
            id: 'buyer-journey.inbox.refused.approval',
            defaultMessage:
              'The rep is asked first: a name goes on this answer, and whose it is has not approved the wording yet. It waits among their contributions.',
          })}
        </Typography>
      )}
      {refusal.reason === 'noAnswer' && (
        <Typography tag="p">
          {intl.formatMessage({
            id: 'buyer-journey.inbox.refused.noAnswer',
            defaultMessage: 'There is no answer to publish yet.',
          })}
        </Typography>
      )}
    </DialogFrame>
  );
}

/** What looks private in the text that would go online. */
function Findings({ findings }: { findings: Finding[] }) {
  const intl = useIntl();
  const texts = useItemTexts();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p">
        {intl.formatMessage({
          id: 'buyer-journey.inbox.refused.findings',
          defaultMessage: 'This looks private and would be public:',
        })}
      </Typography>
      <Box tag="ul">
        {findings.map(({ field, kind, text }) => (
          <Box key={`${field} ${kind} ${text}`} tag="li" paddingTop={1} paddingBottom={1}>
            <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Typography>{' '}
            <Typography textColor="neutral600">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.inbox.finding',
                  defaultMessage: '{kind}, in “{field}”',
                },
                { kind: texts.finding(kind), field: texts.field(field) }
              )}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.inbox.refused.heuristic',
          defaultMessage: 'This is a heuristic: it can miss and it can be wrong.',
        })}
      </Typography>
    </Flex>
  );
}
