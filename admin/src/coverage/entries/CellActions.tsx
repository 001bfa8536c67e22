import { Button, Flex, LinkButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import { EVERYONE } from '../../../../contracts/coverage';
import { useCoverageFilters, useStartDraft } from '../../api/coverage';
import { useErrorMessage } from '../../api/errors';
import { captureLink } from '../../capture/prefill';
import { PERMISSIONS, useMay } from '../../permissions';
import type { CoverageScope } from '../../api/coverage-question';
import type { OpenCell } from '../address';
import { useOpenDraft } from './useOpenDraft';

interface CellActionsProps {
  scope: CoverageScope;
  cell: OpenCell & { persona: string };
  title: string;
}

/** What can be done about a cell: write something for it, ask for something, or show it to somebody. */
export function CellActions({ scope, cell, title }: CellActionsProps) {
  const intl = useIntl();
  const { may: mayCapture } = useMay(PERMISSIONS.capture);
  const persona = cell.persona === EVERYONE ? null : cell.persona;
  return (
    <Flex gap={2} wrap="wrap">
      <DraftMenu scope={scope} stage={cell.stage} persona={persona} title={title} />
      {mayCapture && (
        <LinkButton
          tag={Link}
          to={captureLink({ kind: 'request', stage: cell.stage, persona })}
          size="S"
          variant="tertiary"
        >
          {intl.formatMessage({
            id: 'buyer-journey.cell.request',
            defaultMessage: 'Request content',
          })}
        </LinkButton>
      )}
      <CopyLink />
    </Flex>
  );
}

interface DraftMenuProps {
  scope: CoverageScope;
  stage: string;
  persona: string | null;
  title: string;
}

/** Starts an entry of a type that the user may create, with stage and persona filled in, and opens it. */
function DraftMenu({ scope, stage, persona, title }: DraftMenuProps) {
  const intl = useIntl();
  const openDraft = useOpenDraft();
  const { toggleNotification } = useNotification();
  const errorMessage = useErrorMessage();
  const starting = useStartDraft();
  const { data: filters } = useCoverageFilters();
  const types = filters?.draftTypes ?? [];
  if (types.length === 0) return null;

  const start = (type: string) => {
    const locale = scope.locale === null ? {} : { locale: scope.locale };
    starting.mutate(
      { type, title, stage, persona, ...locale },
      {
        onSuccess: (draft) => {
          openDraft(
            draft,
            intl.formatMessage({
              id: 'buyer-journey.cell.draft.done',
              defaultMessage: 'Draft created for this cell',
            })
          );
        },
        onError: (error) => {
          toggleNotification({ type: 'danger', message: errorMessage(error) });
        },
      }
    );
  };

  return (
    <SimpleMenu
      size="S"
      variant="secondary"
      disabled={starting.isPending}
      label={intl.formatMessage({
        id: 'buyer-journey.cell.draft',
        defaultMessage: 'Write for this cell',
      })}
    >
      {types.map(({ uid, displayName }) => (
        <MenuItem
          key={uid}
          onSelect={() => {
            start(uid);
          }}
        >
          {displayName}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
}

function CopyLink() {
  const intl = useIntl();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyAddress = async () => {
    if (!(await copy(window.location.href))) return;
    toggleNotification({
      type: 'success',
      message: intl.formatMessage({ id: 'buyer-journey.copy.done', defaultMessage: 'Copied' }),
    });
  };
  return (
    <Button
      size="S"
      variant="tertiary"
      startIcon={<Duplicate />}
      onClick={() => void copyAddress()}
    >
      {intl.formatMessage({ id: 'buyer-journey.cell.copyLink', defaultMessage: 'Copy link' })}
    </Button>
  );
}
