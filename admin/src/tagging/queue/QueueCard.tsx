import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import type { RefObject } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Versions } from '../../../../contracts/tag-change';
import type { QueueEntry, TaggingChoices } from '../../../../contracts/tagging-queue';
import { entryLink } from '../../ui/entry-link';
import { ToneBadge } from '../../ui/ToneBadge';
import { StatusBadge, useEntryTitle } from '../entry-words';
import { VersionsChoice } from '../VersionsChoice';
import type { Choice } from './choice';
import { PersonaChips } from './PersonaChips';
import { QueueButtons } from './QueueButtons';
import { StageChips } from './StageChips';
import { SuggestionLine } from './SuggestionLine';
import type { QueueWork } from './useQueueWork';

const Title = styled(Typography)`
  display: block;
  overflow-wrap: anywhere;
  /* Clears the admin's sticky header when the focus moves here. */
  scroll-margin: 14rem;

  &:focus {
    outline: none;
  }
`;

interface QueueCardProps {
  entry: QueueEntry;
  choice: Choice;
  work: QueueWork;
  choices: TaggingChoices;
  /** For each persona its key, if it has one. */
  letters: (string | null)[];
  versions: Versions;
  showsKeys: boolean;
  headingRef: RefObject<HTMLHeadingElement>;
  onVersions: (versions: Versions) => void;
  onKeys: () => void;
}

/** The entry that is to be tagged, and what it can be tagged with. */
export function QueueCard(props: QueueCardProps) {
  const { entry, choice, work, choices, letters, versions, headingRef, onVersions } = props;
  const intl = useIntl();
  const title = useEntryTitle()(entry);
  const type = choices.types.find(({ uid }) => uid === entry.type);
  const staysLive = versions === 'both' && entry.status !== 'draft' && type?.mayPublish === false;

  return (
    <Box
      tag="section"
      aria-label={intl.formatMessage({
        id: 'buyer-journey.tagging.entry',
        defaultMessage: 'Entry to tag',
      })}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Box>
          <Flex gap={2} wrap="wrap" justifyContent="space-between" paddingBottom={2}>
            <Flex gap={2} wrap="wrap">
              <ToneBadge tone="neutral">{entry.typeName}</ToneBadge>
              <StatusBadge status={entry.status} />
              {entry.locale !== null && choices.locales.length > 1 && (
                <ToneBadge tone="neutral">{entry.locale}</ToneBadge>
              )}
            </Flex>
            <Link
              tag={RouterLink}
              to={entryLink(entry)}
              target="_blank"
              endIcon={<ExternalLink aria-hidden />}
            >
              {intl.formatMessage({
                id: 'buyer-journey.tagging.open',
                defaultMessage: 'Open in a new tab',
              })}
            </Link>
          </Flex>
          <Title tag="h2" variant="beta" ref={headingRef} tabIndex={-1}>
            {title}
          </Title>
          {entry.excerpt !== '' && (
            <Typography tag="p" textColor="neutral600">
              {entry.excerpt}
            </Typography>
          )}
        </Box>
        <SuggestionLine suggestion={entry.suggestion} choices={choices} />
        <StageChips
          stages={choices.stages}
          chosen={choice.stage}
          showsKeys={props.showsKeys}
          onChoose={work.chooseStage}
        />
        <PersonaChips
          personas={choices.personas}
          letters={letters}
          chosen={choice.personas}
          showsKeys={props.showsKeys}
          onToggle={work.togglePersona}
          onEveryone={work.chooseEveryone}
        />
        <QueueButtons work={work} showsKeys={props.showsKeys} onKeys={props.onKeys} />
        <Box>
          <VersionsChoice choices={choices} versions={versions} onChange={onVersions} />
          {staysLive && (
            <Typography tag="p" variant="pi" textColor="warning700">
              {intl.formatMessage({
                id: 'buyer-journey.tagging.staysLive',
                defaultMessage:
                  'The live version of this entry keeps its tags, since your role may not publish it. Its draft is tagged.',
              })}
            </Typography>
          )}
        </Box>
      </Flex>
    </Box>
  );
}
