import { useIntl } from 'react-intl';

import { PERMISSIONS, useMay } from '../../permissions';
import { PersonaPresetButton } from '../../taxonomy/PersonaPresetButton';
import { Section } from '../../ui/Section';

/** There are stages and tags but no personas: the grid has the Everyone row only. */
export function PersonaOffer() {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.updateSettings);
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.firstRun.personas',
        defaultMessage: 'Who takes part in buying?',
      })}
      hint={
        may
          ? intl.formatMessage({
              id: 'buyer-journey.firstRun.personas.hint',
              defaultMessage:
                'There are no personas yet, so all content counts for Everyone. Start with a typical buying group and adapt it.',
            })
          : intl.formatMessage({
              id: 'buyer-journey.firstRun.personas.ask',
              defaultMessage:
                'There are no personas yet, so all content counts for Everyone. Someone who may change the Buyer Journey settings can add them.',
            })
      }
      action={may ? <PersonaPresetButton /> : undefined}
    >
      {null}
    </Section>
  );
}
