import { Box, TextButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface SimilarHintProps {
  count: number;
  onShow: () => void;
}

/** Says below the box that something close was heard before, and leads there: on a phone it is out of sight. */
export function SimilarHint({ count, onShow }: SimilarHintProps) {
  const intl = useIntl();
  return (
    <Box aria-live="polite">
      {count > 0 && (
        <TextButton onClick={onShow}>
          {intl.formatMessage(
            {
              id: 'buyer-journey.capture.similar.count',
              defaultMessage:
                '{count, plural, one {Something close was heard before} other {# similar things were heard before}}',
            },
            { count }
          )}
        </TextButton>
      )}
    </Box>
  );
}
