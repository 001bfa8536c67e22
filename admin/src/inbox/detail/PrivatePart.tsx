import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { PrivateFields } from '../../../../contracts/sales-sourced/detail';
import { useItemTexts } from '../item-texts';
import { Part } from './Part';

/** What never leaves the house: where it was said, and by whom. */
export function PrivatePart({ fields }: { fields: PrivateFields }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const facts = [
    { name: 'source', value: fields.source && texts.source(fields.source) },
    { name: 'account', value: fields.account },
    { name: 'crmReference', value: fields.crmReference },
    { name: 'externalId', value: fields.externalId },
  ].filter(({ value }) => value !== null);
  if (facts.length === 0) return null;

  return (
    <Part
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.private',
        defaultMessage: 'Where it was said',
      })}
      action={
        <Badge size="S">
          <Flex tag="span" gap={1}>
            <Lock aria-hidden width="1.2rem" height="1.2rem" />
            {intl.formatMessage({
              id: 'buyer-journey.inbox.private.mark',
              defaultMessage: 'Private',
            })}
          </Flex>
        </Badge>
      }
    >
      <Box tag="dl">
        {facts.map(({ name, value }) => (
          <Flex key={name} gap={2} wrap="wrap">
            <Typography tag="dt" textColor="neutral600">
              {texts.field(name)}
            </Typography>
            <Typography tag="dd">{value}</Typography>
          </Flex>
        ))}
      </Box>
    </Part>
  );
}
