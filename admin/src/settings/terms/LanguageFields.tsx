import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Taxonomy } from '../../../../contracts/taxonomy';
import {
  MAX_DESCRIPTION,
  MAX_LINE,
  type TermKind,
  type TranslatedTexts,
} from '../../../../contracts/taxonomy-terms';
import type { TermDraft } from './term-draft';
import { useTermTexts } from './term-texts';
import { TextField } from './TextField';

const SideBySide = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

const Fieldset = styled.fieldset`
  min-inline-size: 0;
  padding: 0;
  border: 0;
`;

type BaseText = 'name' | 'buyerQuestion' | 'description';
/** Names in `translations`, with the field that has the text of the default language. */
const TRANSLATED: Record<TermKind, [name: keyof TranslatedTexts, base: BaseText][]> = {
  stage: [
    ['name', 'name'],
    ['question', 'buyerQuestion'],
    ['description', 'description'],
  ],
  persona: [
    ['name', 'name'],
    ['description', 'description'],
  ],
};

interface LanguageFieldsProps {
  kind: TermKind;
  draft: TermDraft;
  locales: Taxonomy['locales'];
  onChange: (translations: TermDraft['translations']) => void;
}

/** The texts in all languages of the site, side by side; nothing where there is one language only. */
export function LanguageFields({ kind, draft, locales, onChange }: LanguageFieldsProps) {
  const intl = useIntl();
  const texts = useTermTexts();
  const [base, ...others] = locales;
  if (!base || others.length === 0) return null;
  const { translations } = draft;

  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4} paddingTop={4}>
      <Box>
        <Typography tag="h3" variant="delta">
          {texts.field('translations')}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.term.languages.hint',
              defaultMessage:
                'What your site shows in its other languages. Left empty, it shows the text in {language}.',
            },
            { language: base.name }
          )}
        </Typography>
      </Box>
      {TRANSLATED[kind].map(([name, field]) => (
        <Fieldset key={name}>
          <Typography tag="legend" fontWeight="bold" paddingBottom={2} paddingLeft={0}>
            {texts.field(name)}
          </Typography>
          <SideBySide>
            <Flex direction="column" alignItems="flex-start" gap={1}>
              <Typography variant="pi" fontWeight="bold" textColor="neutral800">
                {base.name}
              </Typography>
              <Typography textColor="neutral600" lang={base.code}>
                {draft[field] || '–'}
              </Typography>
            </Flex>
            {others.map(({ code, name: language }) => (
              <TextField
                key={code}
                name={`${name}-${code}`}
                label={language}
                isLong={name === 'description'}
                maxLength={name === 'description' ? MAX_DESCRIPTION : MAX_LINE}
                value={translations[code]?.[name] ?? ''}
                onChange={(text) => {
                  const changed = { ...translations[code], [name]: text };
                  onChange({ ...translations, [code]: changed });
                }}
              />
            ))}
          </SideBySide>
        </Fieldset>
      ))}
    </Flex>
  );
}
