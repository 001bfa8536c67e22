import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import { PageLink } from '../ui/PageLink';
import { UsesText } from './UsesText';

export interface Term {
  documentId: string;
  name: string;
  uses: number;
  /** Shown before the name. */
  mark?: ReactNode;
  /** Shown after the name. */
  note?: ReactNode;
  text: string | null;
}

interface TermListProps {
  terms: Term[];
  /** Content type to link to; null for those who may not read it there. */
  linkTo: string | null;
}

/** Stages or personas in order. */
export function TermList({ terms, linkTo }: TermListProps) {
  return (
    <Flex tag="ol" direction="column" alignItems="stretch">
      {terms.map(({ documentId, name, uses, mark, note, text }) => (
        <Box
          key={documentId}
          tag="li"
          paddingTop={3}
          paddingBottom={3}
          borderColor="neutral150"
          borderWidth="1px 0 0"
        >
          <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
            <Flex direction="column" alignItems="flex-start" gap={1}>
              <Flex gap={2} wrap="wrap">
                {mark}
                {linkTo === null ? (
                  <Typography fontWeight="bold">{name}</Typography>
                ) : (
                  <PageLink to={`/content-manager/collection-types/${linkTo}/${documentId}`}>
                    {name}
                  </PageLink>
                )}
                {note}
              </Flex>
              {text && (
                <Typography tag="p" textColor="neutral600">
                  {text}
                </Typography>
              )}
            </Flex>
            <Box shrink={0}>
              <UsesText uses={uses} />
            </Box>
          </Flex>
        </Box>
      ))}
    </Flex>
  );
}
