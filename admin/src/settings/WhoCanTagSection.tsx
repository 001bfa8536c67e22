import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import type { RoleAccess } from '../../../contracts/tagging';
import { useErrorMessage } from '../api/errors';
import { useGrantAccess, useTaggingAccess } from '../api/tagging';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';

/** Roles that may edit tagged content but cannot tag it, with a button that puts it right. */
export function WhoCanTagSection({ mayGrant }: { mayGrant: boolean }) {
  const intl = useIntl();
  const { data, error, refetch } = useTaggingAccess();

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.access.title',
        defaultMessage: 'Who can tag',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.access.hint',
        defaultMessage:
          'Strapi lists the fields of each role one by one, so roles do not see new fields by themselves.',
      })}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data?.length === 0 && (
        <Flex gap={2}>
          <CheckCircle aria-hidden fill="success600" />
          <Typography>
            {intl.formatMessage({
              id: 'buyer-journey.access.fine',
              defaultMessage: 'Every role that may edit tagged content can tag it.',
            })}
          </Typography>
        </Flex>
      )}
      {data && data.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch">
          {data.map((access) => (
            <RoleItem key={access.role.id} access={access} mayGrant={mayGrant} />
          ))}
        </Flex>
      )}
    </Section>
  );
}

function RoleItem({ access, mayGrant }: { access: RoleAccess; mayGrant: boolean }) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const grant = useGrantAccess();
  const { role, types, missingRead } = access;

  const grantAccess = () => {
    grant.mutate(role.id, {
      onSuccess: (left) => {
        toggleNotification(
          left === null
            ? {
                type: 'success',
                message: intl.formatMessage(
                  { id: 'buyer-journey.access.granted', defaultMessage: '{role} can tag now' },
                  { role: role.name }
                ),
              }
            : {
                type: 'warning',
                message: intl.formatMessage(
                  {
                    id: 'buyer-journey.access.partly',
                    defaultMessage: '{role} still lacks something, see below',
                  },
                  { role: role.name }
                ),
              }
        );
      },
      onError: (error) => {
        toggleNotification({ type: 'danger', message: errorMessage(error) });
      },
    });
  };

  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box>
          <Typography fontWeight="bold">{role.name}</Typography>
          <ul>
            {types.map((type) => (
              <Typography key={type.uid} tag="li" textColor="neutral600">
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.access.missingFields',
                    defaultMessage: '{type}: does not see {fields}',
                  },
                  { type: type.displayName, fields: intl.formatList(type.missingFields) }
                )}
              </Typography>
            ))}
            {missingRead.length > 0 && (
              <Typography tag="li" textColor="neutral600">
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.access.missingRead',
                    defaultMessage: 'may not read {types}, and so has nothing to choose from',
                  },
                  { types: intl.formatList(missingRead.map(({ displayName }) => displayName)) }
                )}
              </Typography>
            )}
          </ul>
        </Box>
        {mayGrant && (
          <Button
            variant="secondary"
            loading={grant.isPending}
            aria-label={intl.formatMessage(
              { id: 'buyer-journey.access.grantTo', defaultMessage: 'Grant to {role}' },
              { role: role.name }
            )}
            onClick={grantAccess}
          >
            {intl.formatMessage({ id: 'buyer-journey.access.grant', defaultMessage: 'Grant' })}
          </Button>
        )}
      </Flex>
    </Box>
  );
}
