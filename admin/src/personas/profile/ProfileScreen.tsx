import { Button, Flex } from '@strapi/design-system';
import { ArrowLeft, Pencil } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIsFetching } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { usePersonaProfile } from '../../api/personas';
import { PrintSheetAlone } from '../../coverage/scorecard/sheet-styles';
import { PERMISSIONS, useMay } from '../../permissions';
import { PERSONAS_PATH } from '../../plugin-id';
import { useBuyingRoleText } from '../../taxonomy/buying-role';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { EditForm } from './EditForm';
import { EvidenceSection } from './EvidenceSection';
import { ProfileSheet } from './ProfileSheet';
import { TeamsSection } from './TeamsSection';

/** The page and what is done with it, side by side where there is room. */
const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[6]};
  align-items: start;

  @media (min-width: 1280px) {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
`;

/** Who this persona is, and how far sales and marketing agree on it. */
export function ProfileScreen({ documentId }: { documentId: string }) {
  const intl = useIntl();
  const buyingRoleText = useBuyingRoleText();
  const { data: profile, error, refetch } = usePersonaProfile(documentId);
  const { may: mayEdit } = useMay(PERMISSIONS.editPersonas);
  const [mode, setMode] = useState<'reading' | 'editing' | 'edited'>('reading');
  const isEditing = mode === 'editing';
  // What is still on its way would be missing on paper.
  const isFetching = useIsFetching() > 0;

  const title =
    profile?.name ??
    intl.formatMessage({ id: 'buyer-journey.personas.title', defaultMessage: 'Persona' });

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={(profile && buyingRoleText(profile)) ?? undefined}
        navigationAction={
          <PageLink to={PERSONAS_PATH} startIcon={<ArrowLeft />}>
            {intl.formatMessage({
              id: 'buyer-journey.personas.back',
              defaultMessage: 'All personas',
            })}
          </PageLink>
        }
        primaryAction={
          profile &&
          !isEditing && (
            <Flex gap={2} wrap="wrap">
              <Button
                variant="tertiary"
                disabled={isFetching}
                onClick={() => {
                  window.print();
                }}
              >
                {intl.formatMessage({
                  id: 'buyer-journey.scorecard.print',
                  defaultMessage: 'Print',
                })}
              </Button>
              {mayEdit && (
                <Button
                  startIcon={<Pencil />}
                  onClick={() => {
                    setMode('editing');
                  }}
                >
                  {intl.formatMessage({
                    id: 'buyer-journey.personas.edit',
                    defaultMessage: 'Edit the profile',
                  })}
                </Button>
              )}
            </Flex>
          )
        }
      />
      <Layouts.Content>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!error && !profile && <LoadingNotice />}
        {profile && (
          <Columns>
            {isEditing ? (
              <EditForm
                profile={profile}
                onDone={() => {
                  setMode('edited');
                }}
              />
            ) : (
              <>
                <PrintSheetAlone />
                <ProfileSheet profile={profile} takesFocus={mode === 'edited'} />
              </>
            )}
            <Flex direction="column" alignItems="stretch" gap={6}>
              <TeamsSection profile={profile} mayEdit={mayEdit && !isEditing} />
              <EvidenceSection profile={profile} />
            </Flex>
          </Columns>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
