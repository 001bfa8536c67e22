import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { MOST_ENTRIES } from '../../../../contracts/tag-change';
import type { QueueEntry } from '../../../../contracts/tagging-queue';
import type { Selection } from '../../ui/useSelection';

/** The button that tags all, for who comes back from what is gone. */
export const findSetTags = () => document.getElementById(SET_TAGS);
const SET_TAGS = 'buyer-journey-set-tags';

interface BulkHeadProps {
  /** How many entries fit the filter. */
  fitting: number;
  /** How many of them are listed. */
  shown: number;
  selection: Selection<QueueEntry>;
  /** While a run is under way there can be no second one. */
  isRunning: boolean;
  onTagAll: () => void;
  onTagChosen: () => void;
}

/** How many entries fit and are chosen, and what can be done with all of either. */
export function BulkHead(props: BulkHeadProps) {
  const { fitting, shown, selection, isRunning, onTagAll, onTagChosen } = props;
  const intl = useIntl();
  const chosen = selection.items.length;
  const areTooMany = chosen > MOST_ENTRIES;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} padding={4}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography tag="h2" variant="delta">
          {intl.formatMessage(
            {
              id: 'buyer-journey.tagging.bulk.fitting',
              defaultMessage: '{count, plural, one {# entry fits} other {# entries fit}}',
            },
            { count: fitting }
          )}
        </Typography>
        <Button
          id={SET_TAGS}
          variant={chosen > 0 ? 'tertiary' : 'default'}
          disabled={isRunning}
          onClick={onTagAll}
        >
          {intl.formatMessage(
            {
              id: 'buyer-journey.tagging.bulk.ask',
              defaultMessage:
                '{count, plural, one {Set tags of # entry…} other {Set tags of all # entries…}}',
            },
            { count: fitting }
          )}
        </Button>
      </Flex>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Checkbox
          checked={chosen === 0 ? false : chosen === shown ? true : 'indeterminate'}
          onCheckedChange={() => {
            selection.selectPage(chosen < shown);
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.tagging.bulk.chooseShown',
            defaultMessage: 'Choose all shown',
          })}
        </Checkbox>
        {/* There before it can be used: what is pointed at must not move when the first one is chosen. */}
        <Button
          variant={chosen > 0 ? 'default' : 'tertiary'}
          disabled={chosen === 0 || areTooMany}
          onClick={onTagChosen}
        >
          {intl.formatMessage(
            {
              id: 'buyer-journey.tagging.bulk.askChosen',
              defaultMessage:
                '{count, plural, =0 {Set tags of chosen entries…} one {Set tags of # chosen entry…} other {Set tags of # chosen entries…}}',
            },
            { count: chosen }
          )}
        </Button>
      </Flex>
      <Typography role="status" tag="p" variant="pi" textColor="danger600">
        {areTooMany &&
          intl.formatMessage(
            {
              id: 'buyer-journey.tagging.bulk.tooMany',
              defaultMessage:
                '{count, number} entries are chosen, and at most {most, number} can be tagged by hand. Choose fewer, or narrow the filters and tag all that fit.',
            },
            { count: chosen, most: MOST_ENTRIES }
          )}
      </Typography>
    </Flex>
  );
}
