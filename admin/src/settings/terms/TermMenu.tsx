import { Menu, VisuallyHidden } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { Term } from './term';
import { useDownloadUses } from './useDownloadUses';

/** What can be done with a stage or persona. */
export type TermAction = 'edit' | 'retire' | 'unretire' | 'merge' | 'delete' | 'uses';

/** Id of the button that opens the menu of a row. */
export const menuId = (documentId: string) => `buyer-journey-term-${documentId}`;

interface TermMenuProps {
  term: Term;
  mayUpdate: boolean;
  onAction: (action: TermAction) => void;
}

/** All that can be done with one; who may only read can still see its uses and take the list along. */
export function TermMenu({ term, mayUpdate, onAction }: TermMenuProps) {
  const intl = useIntl();
  const { download } = useDownloadUses(term);
  const item = (action: TermAction, text: string) => (
    <Menu.Item
      variant={action === 'delete' ? 'danger' : 'default'}
      onSelect={() => {
        onAction(action);
      }}
    >
      {text}
    </Menu.Item>
  );
  return (
    <Menu.Root>
      <Menu.Trigger
        id={menuId(term.documentId)}
        variant="ghost"
        size="S"
        endIcon={null}
        paddingLeft={2}
        paddingRight={2}
      >
        <More aria-hidden focusable={false} />
        <VisuallyHidden tag="span">
          {intl.formatMessage(
            { id: 'buyer-journey.term.actions', defaultMessage: 'Actions for {name}' },
            { name: term.name }
          )}
        </VisuallyHidden>
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end" maxHeight="40rem">
        {mayUpdate &&
          item(
            'edit',
            intl.formatMessage({ id: 'buyer-journey.term.edit', defaultMessage: 'Edit' })
          )}
        {mayUpdate &&
          (term.retired
            ? item(
                'unretire',
                intl.formatMessage({
                  id: 'buyer-journey.term.unretire',
                  defaultMessage: 'Bring back',
                })
              )
            : item(
                'retire',
                intl.formatMessage({ id: 'buyer-journey.term.retire', defaultMessage: 'Retire' })
              ))}
        {mayUpdate &&
          item(
            'merge',
            intl.formatMessage({
              id: 'buyer-journey.term.mergeInto',
              defaultMessage: 'Merge into…',
            })
          )}
        {item(
          'uses',
          intl.formatMessage({
            id: 'buyer-journey.term.uses',
            defaultMessage: 'Where it is used…',
          })
        )}
        <Menu.Item onSelect={download}>
          {intl.formatMessage({ id: 'buyer-journey.term.export', defaultMessage: 'Export list' })}
        </Menu.Item>
        {mayUpdate &&
          term.uses === 0 &&
          item(
            'delete',
            intl.formatMessage({ id: 'buyer-journey.term.delete', defaultMessage: 'Delete' })
          )}
      </Menu.Content>
    </Menu.Root>
  );
}
