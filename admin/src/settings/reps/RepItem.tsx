import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { RepProfile } from '../../../../contracts/reps';
import { EraseRepButton } from './EraseRepButton';
import { MergeRepButton } from './MergeRepButton';
import { nameWithEmail, useRepStateText } from './rep-texts';
import { useRepAction, type RepAction } from './useRepAction';

interface RepItemProps {
  rep: RepProfile;
  /** All profiles, to merge into one of them. */
  all: RepProfile[];
}

/** One profile with what can be done to it. */
export function RepItem({ rep, all }: RepItemProps) {
  const intl = useIntl();
  const stateText = useRepStateText();
  const action = useRepAction(rep);
  const { displayName, email, jobTitle, state } = rep;
  const about = [jobTitle, email].filter((part) => part !== null).join(' · ');
  const isThere = state !== 'merged' && state !== 'erased';

  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Flex gap={2} wrap="wrap">
            <Typography fontWeight="bold">{displayName}</Typography>
            <Badge variant={state === 'active' ? 'success' : undefined}>{stateText(rep)}</Badge>
          </Flex>
          {about !== '' && <Typography textColor="neutral600">{about}</Typography>}
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage(
              {
                id: 'buyer-journey.reps.counts',
                defaultMessage:
                  '{items, plural, one {# item} other {# items}} brought in, {echoes, plural, one {# echo} other {# echoes}}, {consent, select, yes {agreed to a byline} other {no byline}}',
              },
              { items: rep.items, echoes: rep.echoes, consent: rep.bylineConsent ? 'yes' : 'no' }
            )}
          </Typography>
        </Flex>
        <Flex gap={2} wrap="wrap">
          {isThere && <StateButton rep={rep} action={action} />}
          {isThere && <MergeRepButton rep={rep} all={all} action={action} />}
          {state !== 'erased' && <EraseRepButton rep={rep} action={action} />}
        </Flex>
      </Flex>
    </Box>
  );
}

/** The one step that fits where the profile stands. */
function StateButton({ rep, action }: { rep: RepProfile; action: RepAction }) {
  const intl = useIntl();
  const name = { name: nameWithEmail(rep) };
  const what =
    rep.state === 'toConfirm' ? 'confirm' : rep.state === 'inactive' ? 'activate' : 'deactivate';
  const texts = {
    confirm: {
      label: intl.formatMessage(
        { id: 'buyer-journey.reps.confirmNamed', defaultMessage: 'Confirm {name}' },
        name
      ),
      text: intl.formatMessage({ id: 'buyer-journey.reps.confirm', defaultMessage: 'Confirm' }),
    },
    activate: {
      label: intl.formatMessage(
        { id: 'buyer-journey.reps.activateNamed', defaultMessage: 'Activate {name}' },
        name
      ),
      text: intl.formatMessage({ id: 'buyer-journey.reps.activate', defaultMessage: 'Activate' }),
    },
    deactivate: {
      label: intl.formatMessage(
        { id: 'buyer-journey.reps.deactivateNamed', defaultMessage: 'Deactivate {name}' },
        name
      ),
      text: intl.formatMessage({
        id: 'buyer-journey.reps.deactivate',
        defaultMessage: 'Deactivate',
      }),
    },
  }[what];

  return (
    <Button
      variant={what === 'deactivate' ? 'tertiary' : 'secondary'}
      loading={action.isPending}
      aria-label={texts.label}
      onClick={() => {
        action.run({ do: what });
      }}
    >
      {texts.text}
    </Button>
  );
}
