import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { useItemTexts } from '../item-texts';
import { MoreNotShown } from './MoreNotShown';
import { Part } from './Part';

/** Who heard it and when. */
export function HearingsPart({
  hearings,
  hearingsTotal,
}: Pick<ItemDetail, 'hearings' | 'hearingsTotal'>) {
  const intl = useIntl();
  const texts = useItemTexts();
  const nobody = intl.formatMessage({
    id: 'buyer-journey.inbox.hearings.unknown',
    defaultMessage: 'Somebody',
  });

  const say = ({ rep, at, kind }: ItemDetail['hearings'][number]) => {
    const values = { name: rep?.displayName ?? nobody, date: texts.day(at) };
    switch (kind) {
      case 'broughtIn':
        return intl.formatMessage(
          {
            id: 'buyer-journey.inbox.hearings.broughtIn',
            defaultMessage: '{name} brought it in, {date}',
          },
          values
        );
      case 'echo':
        return intl.formatMessage(
          { id: 'buyer-journey.inbox.hearings.echo', defaultMessage: '{name} heard it, {date}' },
          values
        );
      case 'merged':
        return intl.formatMessage(
          {
            id: 'buyer-journey.inbox.hearings.merged',
            defaultMessage: '{name} brought in an item that was merged into this one, {date}',
          },
          values
        );
    }
  };

  return (
    <Part
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.hearings',
        defaultMessage: 'Who heard it',
      })}
    >
      <Box tag="ul">
        {hearings.map((hearing, index) => (
          // Nothing in a hearing tells two of them apart.
          <Typography key={index} tag="li" textColor="neutral700">
            {say(hearing)}
          </Typography>
        ))}
      </Box>
      <MoreNotShown shown={hearings.length} total={hearingsTotal} />
    </Part>
  );
}
