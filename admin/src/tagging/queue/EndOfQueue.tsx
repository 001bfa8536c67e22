import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { RefObject } from 'react';
import { useIntl } from 'react-intl';

import { CoverageLink } from '../../ui/CoverageLink';
import { NoEntryFits } from '../NoEntryFits';

interface EndOfQueueProps {
  headingRef: RefObject<HTMLHeadingElement>;
  without: 'stage' | 'persona' | 'any';
  /** Entries that fit the filters, whatever their tags. */
  total: number;
  /** Of these, those that lack the tag that is looked for. */
  left: number;
  onAgain: () => void;
  /** Null where nothing narrows the queue. */
  onClear: (() => void) | null;
}

/** Everything is tagged, or has been gone through, or there was nothing to begin with. */
export function EndOfQueue(props: EndOfQueueProps) {
  const { headingRef, without, total, left, onAgain, onClear } = props;
  const intl = useIntl();
  if (total === 0) return <NoEntryFits headingRef={headingRef} onClear={onClear} />;
  // Where tags do not matter, to have seen all says nothing about them.
  const isDone = without !== 'any' && left <= 0;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
      <Flex direction="column" gap={4}>
        {isDone && <CheckCircle aria-hidden width="3.2rem" height="3.2rem" fill="success600" />}
        <Typography tag="h2" variant="beta" ref={headingRef} tabIndex={-1}>
          {isDone
            ? intl.formatMessage({
                id: 'buyer-journey.tagging.allTagged',
                defaultMessage: 'All tagged',
              })
            : intl.formatMessage(
                {
                  id: 'buyer-journey.tagging.through',
                  defaultMessage:
                    'You are through.{left, plural, =0 {} one { # entry is left.} other { # entries are left.}}',
                },
                { left: without === 'any' ? 0 : left }
              )}
        </Typography>
        <Typography tag="p" textColor="neutral600" textAlign="center">
          {onClear
            ? intl.formatMessage({
                id: 'buyer-journey.tagging.filtered',
                defaultMessage: 'That is, of what fits these filters.',
              })
            : intl.formatMessage({
                id: 'buyer-journey.tagging.placed',
                defaultMessage: 'What is written from now on arrives here until it has a place.',
              })}
        </Typography>
        <Flex gap={3} wrap="wrap" justifyContent="center">
          {!isDone && (
            <Button onClick={onAgain}>
              {intl.formatMessage({
                id: 'buyer-journey.tagging.again',
                defaultMessage: 'Go through them again',
              })}
            </Button>
          )}
          {onClear && (
            <Button variant="tertiary" onClick={onClear}>
              {intl.formatMessage({
                id: 'buyer-journey.filter.clear',
                defaultMessage: 'Clear filters',
              })}
            </Button>
          )}
          <CoverageLink />
        </Flex>
      </Flex>
    </Box>
  );
}
