import { useIntl } from 'react-intl';

import type { TagName } from '../../../../contracts/tagging';
import type { PanelField } from '../edit-view-layout';

/** What a tag field is called: as the site calls it, or by our own word where it goes by its bare name. */
export function useFieldLabel(model: string): (field: PanelField) => string {
  const intl = useIntl();
  const words: Record<TagName, string> = {
    journeyStage: intl.formatMessage({
      id: 'buyer-journey.column.stage',
      defaultMessage: 'Journey stage',
    }),
    personas: intl.formatMessage({
      id: 'buyer-journey.column.personas',
      defaultMessage: 'Personas',
    }),
    contributors: intl.formatMessage({
      id: 'buyer-journey.panel.contributors',
      defaultMessage: 'Contributors',
    }),
  };
  return ({ tag, name, label }) =>
    label === name || label === ''
      ? words[tag]
      : // A site can translate the labels of its fields; this is how Strapi's form looks for it.
        intl.formatMessage({
          id: `content-manager.content-types.${model}.${name}`,
          defaultMessage: label,
        });
}
