import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { CellTarget } from '../../../../contracts/targets';
import { useSetTargets, type CoverageScope } from '../../api/coverage';
import { useErrorMessage } from '../../api/errors';
import { PERMISSIONS, useMay } from '../../permissions';
import type { Undoable } from '../../ui/UndoBar';

/** Setting targets of the cells that are looked at, and taking it back. */
export function useTargets(scope: CoverageScope) {
  const intl = useIntl();
  const { may: maySet } = useMay(PERMISSIONS.setTargets);
  const { toggleNotification } = useNotification();
  const errorMessage = useErrorMessage();
  const { mutateAsync, isPending } = useSetTargets(scope);
  const [undoable, setUndoable] = useState<Undoable | null>(null);

  const send = async (targets: CellTarget[]) => {
    try {
      return await mutateAsync(targets);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
      return null;
    }
  };

  const undo = async (before: CellTarget[]) => {
    setUndoable(null);
    if (!(await send(before))) return;
    toggleNotification({
      type: 'success',
      message: intl.formatMessage({ id: 'buyer-journey.undone', defaultMessage: 'Undone' }),
    });
  };

  /** Answers whether it was done; what went wrong is told. */
  const set = async (targets: CellTarget[]): Promise<boolean> => {
    const change = await send(targets);
    if (!change) return false;
    setUndoable({
      text: intl.formatMessage(
        {
          id: 'buyer-journey.targets.done',
          defaultMessage: '{count, plural, one {The target is set.} other {# targets are set.}}',
        },
        { count: targets.length }
      ),
      undo: () => void undo(change.before),
    });
    return true;
  };

  return {
    maySet,
    isBusy: isPending,
    set,
    undoable,
    dismissUndo: () => {
      setUndoable(null);
    },
  };
}

export type Targets = ReturnType<typeof useTargets>;
