import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface PartProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of the opened item, below a heading of the third level. */
export function Part({ title, action, children }: PartProps) {
  return (
    <Box tag="section" aria-label={title} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography tag="h3" variant="omega" fontWeight="bold">
            {title}
          </Typography>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
}
