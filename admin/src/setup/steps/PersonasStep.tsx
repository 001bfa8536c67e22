import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTaxonomy } from '../../api/taxonomy';
import { PERMISSIONS, useMay } from '../../permissions';
import { NewTermButton } from '../../settings/terms/NewTermButton';
import { PersonaPresetChooser } from '../../taxonomy/PersonaPresetChooser';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { AskSomeone } from '../AskSomeone';

/** The personas there are, the typical buying group to take from, and a way to write one's own. */
export function PersonasStep() {
  const intl = useIntl();
  const { data, error, refetch } = useTaxonomy();
  const { may, isLoading } = useMay(PERMISSIONS.updateSettings);

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data || isLoading) return <LoadingNotice />;
  const names = data.personas.filter(({ retired }) => !retired).map(({ name }) => name);
  return (
    <>
      {names.length > 0 && (
        <Typography tag="p">
          {intl.formatMessage(
            { id: 'buyer-journey.setup.personas.there', defaultMessage: 'There are {names}.' },
            { names: intl.formatList(names) }
          )}
        </Typography>
      )}
      {may ? (
        <PersonaPresetChooser beside={<NewTermButton kind="persona" locales={data.locales} />} />
      ) : (
        names.length === 0 && <AskSomeone />
      )}
    </>
  );
}
