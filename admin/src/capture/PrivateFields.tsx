import {
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { ITEM_SOURCES } from '../../../contracts/sales-sourced/items';
import type { Draft } from './draft';
import { useItemWords } from '../ui/item-words';

const MAX_LINE = 255;
const NO_SOURCE = 'none';

interface PrivateFieldsProps {
  draft: Draft;
  accountId: string;
  onChange: (part: Partial<Draft>) => void;
}

/** Who the buyer is and where they said it: for colleagues only. */
export function PrivateFields({ draft, accountId, onChange }: PrivateFieldsProps) {
  const intl = useIntl();
  const itemWords = useItemWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root id={accountId}>
        <Field.Label>
          {intl.formatMessage({
            id: 'buyer-journey.capture.private.account',
            defaultMessage: 'Account',
          })}
        </Field.Label>
        <TextInput
          maxLength={MAX_LINE}
          autoComplete="off"
          value={draft.account ?? ''}
          onChange={(event) => {
            onChange({ account: event.target.value });
          }}
        />
      </Field.Root>
      <Field.Root>
        <Field.Label>
          {intl.formatMessage({
            id: 'buyer-journey.capture.private.crmReference',
            defaultMessage: 'CRM reference',
          })}
        </Field.Label>
        <TextInput
          maxLength={MAX_LINE}
          autoComplete="off"
          value={draft.crmReference ?? ''}
          onChange={(event) => {
            onChange({ crmReference: event.target.value });
          }}
        />
      </Field.Root>
      <Field.Root>
        <Field.Label>
          {intl.formatMessage({ id: 'buyer-journey.capture.source', defaultMessage: 'Said in' })}
        </Field.Label>
        <SingleSelect
          value={draft.source ?? NO_SOURCE}
          onChange={(chosen) => {
            onChange({ source: ITEM_SOURCES.find((source) => source === chosen) ?? null });
          }}
        >
          <SingleSelectOption value={NO_SOURCE}>
            {intl.formatMessage({
              id: 'buyer-journey.capture.source.none',
              defaultMessage: 'Not said',
            })}
          </SingleSelectOption>
          {ITEM_SOURCES.map((source) => (
            <SingleSelectOption key={source} value={source}>
              {itemWords.source(source)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.capture.private.hint',
          defaultMessage: 'These three stay inside: they are never published.',
        })}
      </Typography>
    </Flex>
  );
}
