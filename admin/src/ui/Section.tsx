import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A card with a heading of the second level. */
export function Section({ title, hint, action, children }: SectionProps) {
  return (
    <Box
      tag="section"
      aria-label={title}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
          <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="70rem">
            <Typography tag="h2" variant="delta">
              {title}
            </Typography>
            {hint && (
              <Typography tag="p" textColor="neutral600">
                {hint}
              </Typography>
            )}
          </Flex>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
}
