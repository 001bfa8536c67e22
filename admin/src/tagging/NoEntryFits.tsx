import { Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode, RefObject } from 'react';
import { useIntl } from 'react-intl';

/** The heading, for who comes back from what is gone. */
export const findNoEntryFits = () => document.getElementById(HEADING);
const HEADING = 'buyer-journey-no-entry-fits';

interface NoEntryFitsProps {
  headingRef?: RefObject<HTMLHeadingElement>;
  /** What there is to say beside it. */
  children?: ReactNode;
  /** Null where nothing narrows the list. */
  onClear: (() => void) | null;
}

/** There is no entry to show, and a way out where filters are the reason. */
export function NoEntryFits({ headingRef, children, onClear }: NoEntryFitsProps) {
  const intl = useIntl();
  return (
    <Flex
      direction="column"
      gap={4}
      padding={8}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
    >
      <Typography tag="h2" variant="beta" id={HEADING} ref={headingRef} tabIndex={-1}>
        {intl.formatMessage({
          id: 'buyer-journey.tagging.nothing',
          defaultMessage: 'No entry fits',
        })}
      </Typography>
      {children && (
        <Typography tag="p" textColor="neutral600" textAlign="center">
          {children}
        </Typography>
      )}
      {onClear && (
        <Button variant="secondary" onClick={onClear}>
          {intl.formatMessage({
            id: 'buyer-journey.filter.clear',
            defaultMessage: 'Clear filters',
          })}
        </Button>
      )}
    </Flex>
  );
}
