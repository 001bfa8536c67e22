import {
  Box,
  Button,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

import { useBuyingRoleText } from '../../taxonomy/buying-role';
import type { DraftField, TermDraft } from './term-draft';
import { useTermTexts } from './term-texts';

interface ConflictNoticeProps {
  /** Name of who saved meanwhile, where that is known. */
  by: string | null;
  theirs: TermDraft;
  mine: TermDraft;
  /** What both changed, to different ends. */
  fields: DraftField[];
  /** What the other one alone changed: that stays. */
  kept: DraftField[];
  isSaving: boolean;
  onTakeTheirs: () => void;
  onOverwrite: () => void;
}

/** Tells the later one of two editors what the other one saved, beside what they were about to save. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { by, theirs, mine, fields, kept, isSaving, onTakeTheirs, onOverwrite } = props;
  const intl = useIntl();
  const texts = useTermTexts();
  const valueText = useValueText();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, []);

  return (
    <Box
      ref={notice}
      role="alert"
      tabIndex={-1}
      background="warning100"
      borderColor="warning500"
      hasRadius
      padding={4}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="bold" textColor="neutral800">
          {by
            ? intl.formatMessage(
                {
                  id: 'buyer-journey.conflict.by',
                  defaultMessage: '{name} saved this while you were editing',
                },
                { name: by }
              )
            : intl.formatMessage({
                id: 'buyer-journey.conflict.title',
                defaultMessage: 'Somebody else saved this while you were editing',
              })}
        </Typography>
        {fields.length === 0 ? (
          <Typography textColor="neutral800">
            {intl.formatMessage({
              id: 'buyer-journey.conflict.same',
              defaultMessage: 'Nothing that you changed is different there.',
            })}
          </Typography>
        ) : (
          <Table colCount={3} rowCount={fields.length + 1}>
            <Thead>
              <Tr>
                <Th>
                  <Typography variant="sigma">
                    {intl.formatMessage({
                      id: 'buyer-journey.conflict.field',
                      defaultMessage: 'Field',
                    })}
                  </Typography>
                </Th>
                <Th>
                  <Typography variant="sigma">
                    {intl.formatMessage({
                      id: 'buyer-journey.conflict.theirs',
                      defaultMessage: 'Theirs',
                    })}
                  </Typography>
                </Th>
                <Th>
                  <Typography variant="sigma">
                    {intl.formatMessage({
                      id: 'buyer-journey.conflict.yours',
                      defaultMessage: 'Yours',
                    })}
                  </Typography>
                </Th>
              </Tr>
            </Thead>
            <Tbody>
              {fields.map((field) => (
                <Tr key={field}>
                  <Td>
                    <Typography textColor="neutral800">{texts.field(field)}</Typography>
                  </Td>
                  <Td>
                    <Typography textColor="neutral800">{valueText(theirs, field)}</Typography>
                  </Td>
                  <Td>
                    <Typography textColor="neutral800">{valueText(mine, field)}</Typography>
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        {kept.length > 0 && (
          <Typography textColor="neutral800">
            {intl.formatMessage(
              {
                id: 'buyer-journey.conflict.kept',
                defaultMessage: 'They also changed: {fields}. That stays, whatever you choose.',
              },
              { fields: intl.formatList(kept.map((field) => texts.field(field))) }
            )}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          <Button type="button" variant="secondary" disabled={isSaving} onClick={onTakeTheirs}>
            {intl.formatMessage({
              id: 'buyer-journey.conflict.take',
              defaultMessage: 'Take theirs',
            })}
          </Button>
          <Button type="button" variant="danger-light" loading={isSaving} onClick={onOverwrite}>
            {intl.formatMessage({
              id: 'buyer-journey.conflict.overwrite',
              defaultMessage: 'Overwrite',
            })}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}

/** What a field says, in a line. */
function useValueText(): (draft: TermDraft, field: DraftField) => string {
  const intl = useIntl();
  const texts = useTermTexts();
  const buyingRoleText = useBuyingRoleText();
  return (draft, field) => {
    switch (field) {
      case 'alwaysOn':
        return draft.alwaysOn
          ? intl.formatMessage({ id: 'buyer-journey.yes', defaultMessage: 'Yes' })
          : intl.formatMessage({ id: 'buyer-journey.no', defaultMessage: 'No' });
      case 'ctaPolicy':
        return texts.ctaPolicy(draft.ctaPolicy);
      case 'buyingRole':
        return buyingRoleText({ name: '', buyingRole: draft.buyingRole }) ?? '–';
      case 'translations':
        return (
          Object.entries(draft.translations)
            .flatMap(([locale, named]) =>
              Object.values(named)
                .filter((text) => text !== '')
                .map((text) => `${locale}: ${text}`)
            )
            .join(' · ') || '–'
        );
      default:
        return draft[field] || '–';
    }
  };
}
