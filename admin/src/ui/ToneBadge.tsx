import { Badge } from '@strapi/design-system';
import type { ReactNode } from 'react';

export type Tone = 'primary' | 'secondary' | 'success' | 'warning' | 'danger' | 'neutral';

/** A badge with a tone of its own. The text keeps its contrast in light and dark, which Strapi's variants do not. */
export function ToneBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge
      size="S"
      backgroundColor={`${tone}100`}
      borderColor={tone === 'neutral' ? 'neutral300' : `${tone}500`}
      textColor="neutral800"
    >
      {children}
    </Badge>
  );
}
