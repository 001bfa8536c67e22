import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Me } from '../../../contracts/sales-sourced/capture';
import { ApiProvider } from '../api/ApiProvider';
import { CAPTURE_PATH } from '../plugin-id';
import { PageLink } from '../ui/PageLink';
import { Contributor } from './Contributor';
import { kindOf, personasOf, stageOf } from './contribution';
import { FirstContribution } from './FirstContribution';
import { FormFrame } from './FormFrame';
import { KindChoice } from './KindChoice';
import { SaveRow } from './SaveRow';
import { useCaptureForm } from './useCaptureForm';
import { WordsField } from './WordsField';

/** Capture on Strapi's homepage: the box, the kind and a way to all the other fields. */
export function CaptureWidget() {
  return (
    <ApiProvider>
      <Contributor>{(me, user) => <SmallForm me={me} user={user} />}</Contributor>
    </ApiProvider>
  );
}

function SmallForm({ me, user }: { me: Me; user: string }) {
  const intl = useIntl();
  const form = useCaptureForm(me, user);
  const { draft, change, profile } = form;
  const terms = [stageOf(draft, me), ...personasOf(draft, me)].flatMap((term) => term?.name ?? []);

  return (
    <FormFrame onSave={form.save}>
      <Flex direction="column" alignItems="stretch" gap={3} padding={1}>
        <WordsField form={form} minHeight="5.6rem" />
        <KindChoice
          kind={kindOf(draft)}
          isSuggested={draft.kind === undefined && draft.buyerWords.trim() !== ''}
          onChange={(kind) => {
            change({ kind });
          }}
        />
        {profile && <FirstContribution form={form} profile={profile} />}
        <SaveRow form={form} />
        {terms.length > 0 && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {intl.formatMessage(
              {
                id: 'buyer-journey.capture.terms',
                defaultMessage: 'For {terms}, as your last one.',
              },
              { terms: terms.join(' · ') }
            )}{' '}
            <PageLink to={CAPTURE_PATH}>
              {intl.formatMessage({
                id: 'buyer-journey.capture.change',
                defaultMessage: 'Change',
              })}
            </PageLink>
          </Typography>
        )}
      </Flex>
    </FormFrame>
  );
}
