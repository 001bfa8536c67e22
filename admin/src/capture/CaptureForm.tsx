import { Box, Flex } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';

import type { Me } from '../../../contracts/sales-sourced/capture';
import { useSimilarItems } from '../api/capture';
import { kindOf, personasOf, stageOf } from './contribution';
import { FirstContribution } from './FirstContribution';
import { FoldedFields } from './FoldedFields';
import { FormFrame } from './FormFrame';
import { KindChoice } from './KindChoice';
import { usePrefill } from './prefill';
import { SaveRow } from './SaveRow';
import { SimilarHint } from './similar/SimilarHint';
import { SimilarItems } from './similar/SimilarItems';
import { TermFields } from './TermFields';
import { useCaptureForm } from './useCaptureForm';
import { useSettled } from './useSettled';
import { WordsField } from './WordsField';

/** Milliseconds without a key until similar items are looked for. */
const TYPING_PAUSE = 250;

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;

  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: minmax(0, 64rem) minmax(0, 48rem);
  }
`;

/** The whole form, with what was heard before next to it. The box has the focus from the start. */
export function CaptureForm({ me, user }: { me: Me; user: string }) {
  const form = useCaptureForm(me, user);
  const { draft, change, profile } = form;
  usePrefill(change);
  const similar = useSimilarItems(useSettled(draft.buyerWords, TYPING_PAUSE));
  const wordsId = form.idOf('buyerWords');

  const similarSection = useRef<HTMLElement>(null);
  const showSimilar = () => {
    similarSection.current?.focus({ preventScroll: true });
    similarSection.current?.scrollIntoView({ block: 'start' });
  };

  useEffect(() => {
    document.getElementById(wordsId)?.focus();
  }, [wordsId]);

  return (
    <Columns>
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
        <FormFrame onSave={form.save}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <WordsField
              form={form}
              isMain
              note={<SimilarHint count={similar.length} onShow={showSimilar} />}
            />
            <KindChoice
              kind={kindOf(draft)}
              isSuggested={draft.kind === undefined && draft.buyerWords.trim() !== ''}
              onChange={(kind) => {
                change({ kind });
              }}
            />
            <TermFields
              me={me}
              stage={stageOf(draft, me)}
              personas={personasOf(draft, me)}
              onStage={(stage) => {
                change({ stage });
              }}
              onPersonas={(personas) => {
                change({ personas });
              }}
            />
            {/* Before what is optional: the Tab key gets to the consent sooner. */}
            {profile && <FirstContribution form={form} profile={profile} />}
            <FoldedFields form={form} me={me} />
            <SaveRow form={form} />
          </Flex>
        </FormFrame>
      </Box>
      <SimilarItems ref={similarSection} items={similar} withProfile={form.withProfile} />
    </Columns>
  );
}
