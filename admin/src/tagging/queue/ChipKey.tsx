import { Box } from '@strapi/design-system';
import { useIsDesktop } from '@strapi/strapi/admin';

import { Key } from '../../ui/Key';

interface ChipKeyProps {
  /** Null where there is none. */
  letter: string | null;
  isShown: boolean;
}

/** The key that does what stands beside it. Not on a phone, which has no keys. */
export function ChipKey({ letter, isShown }: ChipKeyProps) {
  const isDesktop = useIsDesktop();
  if (letter === null || !isShown || !isDesktop) return null;
  return (
    <Box tag="span" marginLeft={2} aria-hidden>
      <Key>{letter.toUpperCase()}</Key>
    </Box>
  );
}
