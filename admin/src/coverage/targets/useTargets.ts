import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { CellTarget, SetTargetsBody } from '../../../../contracts/targets';
import { narrowingOf, useSetTargets } from '../../api/coverage';
import type { CoverageScope } from '../../api/coverage-question';
import { useErrorMessage } from '../../api/errors';
import { PERMISSIONS, useMay } from '../../permissions';
import type { Undoable } from '../../ui/UndoBar';

/**
 * Setting targets of the cells that are looked at, and taking it back.
 * @param comeBack where the focus goes when the button that had it is gone
 */
export function useTargets(scope: CoverageScope, comeBack: () => void) {
  const intl = useIntl();
  const { may: maySet } = useMay(PERMISSIONS.setTargets);
  const { toggleNotification } = useNotification();
  const errorMessage = useErrorMessage();
  const { mutateAsync, isPending } = useSetTargets();
  const [undoable, setUndoable] = useState<Undoable | null>(null);

  const send = async (body: SetTargetsBody) => {
    try {
      return await mutateAsync(body);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
      return null;
    }
  };
  const tell = (message: string) => {
    toggleNotification({ type: 'success', message });
  };

  /** What was set while looking at one scope is undone there, whatever is looked at by then. */
  const undo = async (before: SetTargetsBody) => {
    setUndoable(null);
    comeBack();
    if (!(await send(before))) return;
    tell(intl.formatMessage({ id: 'buyer-journey.undone', defaultMessage: 'Undone' }));
  };

  /** Answers whether it was done; what went wrong is told. */
  const set = async (targets: CellTarget[]): Promise<boolean> => {
    const narrowing = narrowingOf(scope);
    const change = await send({ ...narrowing, targets });
    if (!change) return false;
    const { before } = change;
    const count = targets.length;
    const isTakenAway = targets.every(({ target }) => target === null);
    if (isTakenAway && before.every(({ target }) => target === null)) {
      setUndoable(null);
      tell(
        intl.formatMessage({
          id: 'buyer-journey.targets.nothing',
          defaultMessage: 'Nothing was set here: a wider target or the default holds.',
        })
      );
      return true;
    }
    setUndoable({
      text: isTakenAway
        ? intl.formatMessage(
            {
              id: 'buyer-journey.targets.takenAway',
              defaultMessage:
                '{count, plural, one {The target is taken away.} other {# targets are taken away.}}',
            },
            { count }
          )
        : intl.formatMessage(
            {
              id: 'buyer-journey.targets.done',
              defaultMessage:
                '{count, plural, one {The target is set.} other {# targets are set.}}',
            },
            { count }
          ),
      undo: () => void undo({ ...narrowing, targets: before }),
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
      comeBack();
    },
  };
}

export type Targets = ReturnType<typeof useTargets>;
