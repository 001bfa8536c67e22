import { Combobox, ComboboxOption, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useDebounce } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import { MOST_FOUND, useRelationSearch, type RelationTarget } from '../../api/content-manager';
import type { PanelField } from '../edit-view-layout';

interface ContributorSearchProps {
  model: string;
  field: PanelField;
  chosen: RelationTarget[];
  /** False shows them, and lets nobody be added or taken away. */
  editable: boolean;
  labelledBy: string;
  describedBy: string | undefined;
  onChoose: (chosen: RelationTarget[]) => void;
}

/** Milliseconds without a key until a search is sent. */
const PAUSE = 250;
/** One and the same: with another object the field forgets which option the arrow keys went to, and Enter chooses nothing. */
const AUTOCOMPLETE: { type: 'list'; filter: 'contains' } = { type: 'list', filter: 'contains' };

/** The reps whom the entry names, and a search for more. Only who consented to a byline is found. */
export function ContributorSearch(props: ContributorSearchProps) {
  const { model, field, chosen, editable, labelledBy, describedBy, onChoose } = props;
  const intl = useIntl();
  // What was typed belongs to the choice at that moment: with each new one the search starts over.
  const choice = chosen.map(({ id }) => id).join();
  const [typed, setTyped] = useState({ text: '', choice });
  const text = typed.choice === choice ? typed.text : '';
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const words = text.trim();
  const search = useDebounce(words, PAUSE);
  const { name, mainField } = field;
  const question = { model, field: name, mainField };
  const all = useRelationSearch({ ...question, search: '' }, editable && isOpen);
  // Where these are all that there are, the field finds among them by itself.
  const isComplete = all.data !== undefined && all.data.length < MOST_FOUND;
  const narrowed = useRelationSearch(
    { ...question, search },
    editable && isOpen && !isComplete && search !== ''
  );
  const isAnswered =
    isComplete ||
    words === '' ||
    (search === words && !narrowed.isPending && !narrowed.isPlaceholderData);
  // What is there stays until there is more: an option that is redrawn is no longer the one that was gone to.
  const found = isComplete || search === '' ? all.data : (narrowed.data ?? all.data);
  const failed = all.isError || narrowed.isError;
  const nameOf = ({ name: known, documentId }: RelationTarget) => known ?? documentId;
  const offered = (found ?? []).filter(({ id }) => !chosen.some((one) => one.id === id));

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {chosen.length > 0 && (
        <Flex tag="ul" aria-labelledby={labelledBy} wrap="wrap" gap={1}>
          {chosen.map((rep) => (
            <Flex
              key={rep.id}
              tag="li"
              gap={1}
              paddingLeft={3}
              paddingRight={editable ? 1 : 3}
              minHeight="3.2rem"
              background="neutral100"
              borderColor="neutral200"
              borderRadius="1.6rem"
              maxWidth="100%"
            >
              <Typography textColor="neutral800" ellipsis>
                {nameOf(rep)}
              </Typography>
              {editable && (
                <IconButton
                  size="XS"
                  variant="ghost"
                  withTooltip={false}
                  label={intl.formatMessage(
                    {
                      id: 'buyer-journey.panel.removeContributor',
                      defaultMessage: 'Remove {name}',
                    },
                    { name: nameOf(rep) }
                  )}
                  onClick={() => {
                    onChoose(chosen.filter(({ id }) => id !== rep.id));
                    input.current?.focus();
                  }}
                >
                  <Cross />
                </IconButton>
              )}
            </Flex>
          ))}
        </Flex>
      )}
      {editable && (
        <Combobox
          ref={input}
          size="S"
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          autocomplete={AUTOCOMPLETE}
          placeholder={intl.formatMessage({
            id: 'buyer-journey.panel.searchReps',
            defaultMessage: 'Search reps',
          })}
          // Who is found already can be chosen while more are looked for.
          loading={isOpen && !failed && !(found && isAnswered)}
          loadingMessage={intl.formatMessage({
            id: 'buyer-journey.state.loading',
            defaultMessage: 'Loading…',
          })}
          noOptionsMessage={() =>
            failed
              ? intl.formatMessage({
                  id: 'buyer-journey.state.error',
                  defaultMessage: 'This could not be loaded',
                })
              : intl.formatMessage({
                  id: 'buyer-journey.panel.noReps',
                  defaultMessage: 'No rep who consented to a byline is called that.',
                })
          }
          textValue={text}
          onTextValueChange={(next) => {
            setTyped({ text: next, choice });
          }}
          onOpenChange={setIsOpen}
          value=""
          onChange={(id?: string) => {
            const rep = offered.find((one) => String(one.id) === id);
            if (rep) onChoose([...chosen, rep]);
          }}
        >
          {offered.map((rep) => (
            <ComboboxOption key={rep.id} value={String(rep.id)} textValue={nameOf(rep)}>
              {nameOf(rep)}
            </ComboboxOption>
          ))}
        </Combobox>
      )}
    </Flex>
  );
}
