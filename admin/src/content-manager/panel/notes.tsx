import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { RelationTarget } from '../../api/content-manager';

function Note({ children }: { children: ReactNode }) {
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {children}
    </Typography>
  );
}

/** Stands for a tag that is empty. */
export function NothingChosen() {
  const intl = useIntl();
  return (
    <Note>{intl.formatMessage({ id: 'buyer-journey.choose.none', defaultMessage: 'None' })}</Note>
  );
}

/** Says why nothing can be chosen. */
export function NothingToChoose({ mayRead }: { mayRead: boolean }) {
  const intl = useIntl();
  return (
    <Note>
      {mayRead
        ? intl.formatMessage({
            id: 'buyer-journey.panel.noChoices',
            defaultMessage:
              'There is nothing to choose from yet. Settings, Buyer Journey has the first ones.',
          })
        : intl.formatMessage({
            id: 'buyer-journey.panel.mayNotRead',
            defaultMessage:
              'Your role may not read what can be chosen here. Settings, Buyer Journey, “Who can tag” grants it.',
          })}
    </Note>
  );
}

/** What is chosen, in words. */
export function ChosenNames({ targets }: { targets: RelationTarget[] }) {
  const intl = useIntl();
  if (targets.length === 0) return <NothingChosen />;
  return (
    <Typography tag="p" textColor="neutral800">
      {intl.formatList(targets.map(({ name, documentId }) => name ?? documentId))}
    </Typography>
  );
}
