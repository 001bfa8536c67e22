import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { forwardRef } from 'react';
import { useIntl } from 'react-intl';

import type { SimilarItem } from '../../../../contracts/sales-sourced/capture';
import { useEcho } from '../../api/capture';
import { useErrorMessage } from '../../api/errors';
import type { CaptureFormState } from '../useCaptureForm';
import { SimilarItemView } from './SimilarItemView';

interface SimilarItemsProps {
  items: SimilarItem[];
  withProfile: CaptureFormState['withProfile'];
}

/** What was heard before and sounds alike: to be counted once more instead of added again. */
export const SimilarItems = forwardRef<HTMLElement, SimilarItemsProps>(function SimilarItems(
  { items, withProfile },
  ref
) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const echo = useEcho();
  const title = intl.formatMessage({
    id: 'buyer-journey.capture.similar',
    defaultMessage: 'Heard before',
  });

  const countEcho = (documentId: string) => {
    if (echo.isPending) return;
    withProfile((profile) => {
      echo.mutate(
        { profile, documentId },
        {
          onError: (error) => {
            toggleNotification({ type: 'danger', message: errorMessage(error) });
          },
        }
      );
    });
  };

  return (
    <Box
      tag="section"
      ref={ref}
      tabIndex={-1}
      aria-label={title}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Box paddingBottom={2}>
        <Typography tag="h2" variant="delta">
          {title}
        </Typography>
      </Box>
      <VisuallyHidden role="status">
        {echo.isSuccess &&
          intl.formatMessage(
            {
              id: 'buyer-journey.capture.echo.done',
              defaultMessage: 'Counted. Heard {heard, plural, one {once} other {# times}}.',
            },
            { heard: echo.data.heard }
          )}
      </VisuallyHidden>
      {items.length === 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.capture.similar.none',
            defaultMessage: 'While you type, what colleagues heard before shows here.',
          })}
        </Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch">
        {items.map((item) => (
          <SimilarItemView
            key={item.documentId}
            item={item}
            onEcho={() => {
              countEcho(item.documentId);
            }}
          />
        ))}
      </Flex>
    </Box>
  );
});
