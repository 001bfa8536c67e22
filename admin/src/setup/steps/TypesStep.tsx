import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useIntl } from 'react-intl';

import type { TaggingContentTypes } from '../../../../contracts/tagging';
import { keys } from '../../api/keys';
import { useTaggingContentTypes } from '../../api/tagging';
import { OptInBadge } from '../../tagging/OptInBadge';
import { schemaFile, schemaLine } from '../../tagging/opt-in-schema';
import { CopyLine } from '../../ui/CopyLine';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';

type ContentType = TaggingContentTypes['contentTypes'][number];

const BUILDER = '/plugins/content-type-builder/content-types';

/** The site's content types, what a developer does to opt each in, and that it is done as soon as it is. */
export function TypesStep() {
  const intl = useIntl();
  const { data, error, refetch } = useTaggingContentTypes({ watch: true });

  if (!data && error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingNotice />;
  if (data.contentTypes.length === 0) {
    return (
      <Typography tag="p">
        {intl.formatMessage({
          id: 'buyer-journey.setup.types.none',
          defaultMessage: 'This site has no content types yet.',
        })}
      </Typography>
    );
  }
  return (
    <>
      <Flex tag="ul" direction="column" alignItems="stretch">
        {data.contentTypes.map((type) => (
          <TypeRow key={type.uid} type={type} />
        ))}
      </Flex>
      <WhatHappened types={data.contentTypes} isAway={error !== null} />
    </>
  );
}

/** Says which types were opted in since the step was opened, and when the server is away meanwhile. */
function WhatHappened({ types, isAway }: { types: ContentType[]; isAway: boolean }) {
  const intl = useIntl();
  const queryClient = useQueryClient();
  const tagged = types.filter(({ state }) => state === 'optedIn');
  const [before] = useState(() => tagged.map(({ uid }) => uid));
  const added = tagged.filter(({ uid }) => !before.includes(uid));
  const uids = tagged.map(({ uid }) => uid).join();

  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: keys.setup });
  }, [queryClient, uids]);

  return (
    <Typography role="status" fontWeight="semiBold">
      {isAway &&
        intl.formatMessage({
          id: 'buyer-journey.setup.types.away',
          defaultMessage: 'The server does not answer. It may be starting anew …',
        })}
      {!isAway &&
        added.length > 0 &&
        intl.formatMessage(
          {
            id: 'buyer-journey.setup.types.added',
            defaultMessage: '{names} {count, plural, one {is} other {are}} tagged from now on.',
          },
          {
            names: intl.formatList(added.map(({ displayName }) => displayName)),
            count: added.length,
          }
        )}
    </Typography>
  );
}

function TypeRow({ type }: { type: ContentType }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const how = useId();
  const name = useId();
  const isTagged = type.state === 'optedIn';
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={3} wrap="wrap">
          <Typography id={name} fontWeight="bold">
            {type.displayName}
          </Typography>
          <OptInBadge state={type.state} />
        </Flex>
        {!isTagged && (
          <Button
            variant="tertiary"
            aria-expanded={isOpen}
            aria-controls={how}
            aria-describedby={name}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {intl.formatMessage({ id: 'buyer-journey.setup.types.how', defaultMessage: 'How' })}
          </Button>
        )}
      </Flex>
      <Box id={how} hidden={isTagged || !isOpen}>
        {!isTagged && isOpen && <HowToOptIn type={type} />}
      </Box>
    </Box>
  );
}

/** A developer's step: the checkbox in the Content-Type Builder, or the line of the type's schema. */
function HowToOptIn({ type }: { type: ContentType }) {
  const intl = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} maxWidth="80rem">
      <Typography tag="p">
        {intl.formatMessage(
          {
            id: 'buyer-journey.setup.types.line',
            defaultMessage: 'In {file}, beside “options”, and then restart Strapi:',
          },
          { file: <code>{schemaFile(type.uid)}</code> }
        )}
      </Typography>
      <CopyLine text={schemaLine(type)} />
      <Typography tag="p">
        {intl.formatMessage(
          {
            id: 'buyer-journey.setup.types.builder',
            defaultMessage:
              'Or where Strapi runs in development: {link}, Advanced settings, tick “Buyer journey” and save.',
          },
          {
            link: (
              <PageLink key="link" to={`${BUILDER}/${type.uid}`}>
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.setup.types.open',
                    defaultMessage: 'edit {type} in the Content-Type Builder',
                  },
                  { type: type.displayName }
                )}
              </PageLink>
            ),
          }
        )}
      </Typography>
    </Flex>
  );
}
