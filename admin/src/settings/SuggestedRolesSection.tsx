import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import type { SuggestedRole } from '../../../contracts/suggested-roles';
import { useErrorMessage } from '../api/errors';
import { useCreateSuggestedRole, useSuggestedRoles } from '../api/suggested-roles';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';
import { usePermissionTexts } from './permission-texts';

interface May {
  /** Whether the user may make new roles. */
  mayCreate: boolean;
  /** Whether the user may add to roles that are there. */
  mayComplete: boolean;
}

/** Roles that fit the work of sales and marketing, each made in one click. */
export function SuggestedRolesSection({ mayCreate, mayComplete }: May) {
  const intl = useIntl();
  const { data, error, refetch } = useSuggestedRoles();

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.roles.title',
        defaultMessage: 'Suggested roles',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.roles.hint',
        defaultMessage:
          'A start that you can change under Roles. What a role may do already stays as it is.',
      })}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data && (
        <Flex tag="ul" direction="column" alignItems="stretch">
          {data.map((suggested) => (
            <RoleItem
              key={suggested.code}
              suggested={suggested}
              may={suggested.role ? mayComplete : mayCreate}
            />
          ))}
        </Flex>
      )}
    </Section>
  );
}

function RoleItem({ suggested, may }: { suggested: SuggestedRole; may: boolean }) {
  const intl = useIntl();
  const permissionTexts = usePermissionTexts();
  const { role, permissions } = suggested;
  const name = role?.name ?? suggested.name;
  const lacking = role ? permissions.filter(({ held }) => !held) : permissions;
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const create = useCreateSuggestedRole();

  const createRole = () => {
    create.mutate(suggested.code, {
      onSuccess: () => {
        toggleNotification({
          type: 'success',
          message: intl.formatMessage(
            {
              id: 'buyer-journey.roles.created',
              defaultMessage: '{role} is ready. Give it to users under Users.',
            },
            { role: name }
          ),
        });
      },
      onError: (error) => {
        toggleNotification({ type: 'danger', message: errorMessage(error) });
      },
    });
  };

  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography fontWeight="bold">{name}</Typography>
          {lacking.length === 0 ? (
            <Flex gap={2}>
              <CheckCircle aria-hidden fill="success600" />
              <Typography textColor="neutral600">
                {intl.formatMessage({
                  id: 'buyer-journey.roles.complete',
                  defaultMessage: 'The role is there and has all it needs.',
                })}
              </Typography>
            </Flex>
          ) : (
            <>
              <Typography textColor="neutral600">
                {role
                  ? intl.formatMessage({
                      id: 'buyer-journey.roles.lacks',
                      defaultMessage: 'The role is there, but lacks:',
                    })
                  : intl.formatMessage({
                      id: 'buyer-journey.roles.gets',
                      defaultMessage: 'Not created yet. It would be able to:',
                    })}
              </Typography>
              <ul>
                {permissionTexts(lacking).map((text) => (
                  <Typography key={text} tag="li" textColor="neutral600">
                    {text}
                  </Typography>
                ))}
              </ul>
            </>
          )}
        </Flex>
        {may && lacking.length > 0 && (
          <CreateButton
            name={name}
            exists={role !== null}
            isPending={create.isPending}
            onCreate={createRole}
          />
        )}
      </Flex>
    </Box>
  );
}

interface CreateButtonProps {
  name: string;
  exists: boolean;
  isPending: boolean;
  onCreate: () => void;
}

function CreateButton({ name, exists, isPending, onCreate }: CreateButtonProps) {
  const intl = useIntl();
  return (
    <Button
      variant="secondary"
      loading={isPending}
      aria-label={
        exists
          ? intl.formatMessage(
              { id: 'buyer-journey.roles.completeNamed', defaultMessage: 'Complete {role}' },
              { role: name }
            )
          : intl.formatMessage(
              { id: 'buyer-journey.roles.createNamed', defaultMessage: 'Create {role}' },
              { role: name }
            )
      }
      onClick={onCreate}
    >
      {exists
        ? intl.formatMessage({
            id: 'buyer-journey.roles.completeIt',
            defaultMessage: 'Add what it lacks',
          })
        : intl.formatMessage({ id: 'buyer-journey.roles.createIt', defaultMessage: 'Create' })}
    </Button>
  );
}
