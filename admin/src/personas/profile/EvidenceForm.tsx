import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import {
  MAX_NOTE,
  TEAMS,
  type PersonaProfile,
  type Team,
} from '../../../../contracts/persona-profile';
import { useAddEvidence } from '../../api/personas';
import type { Pickable } from '../../inbox/actions/PickDialog';
import { ChooseOne } from '../../ui/ChooseField';
import { useTeamTexts } from '../team-texts';
import { usePersonaFeedback } from './feedback';
import { ItemField } from './ItemField';
import { PickItemDialog } from './PickItemDialog';

interface EvidenceFormProps {
  profile: PersonaProfile;
  onAdded: () => void;
  onCancel: () => void;
}

/** Adds an entry: of which team, what it says, and the item that says so. */
export function EvidenceForm({ profile, onAdded, onCancel }: EvidenceFormProps) {
  const intl = useIntl();
  const texts = useTeamTexts();
  const feedback = usePersonaFeedback();
  const adding = useAddEvidence(profile.documentId);
  const userId = useAuth('EvidenceForm', (state) => state.user?.id);
  const ownTeam = TEAMS.find((team) => profile[team].owner?.id === userId);
  const [team, setTeam] = useState<Team>(ownTeam ?? 'sales');
  const [note, setNote] = useState('');
  const [item, setItem] = useState<Pickable | null>(null);
  const [isPicking, setIsPicking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const pickButton = useRef<HTMLButtonElement>(null);

  // The form is opened by a button elsewhere.
  useEffect(() => {
    field.current?.focus();
  }, []);

  const add = async () => {
    try {
      await adding.mutateAsync({ team, note, item: item?.id ?? null });
    } catch (error) {
      feedback.failed(error);
      return;
    }
    onAdded();
  };

  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!adding.isPending) void add();
        }}
      >
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root required>
            <Field.Label>
              {intl.formatMessage({
                id: 'buyer-journey.personas.evidence.note',
                defaultMessage: 'What you saw or heard',
              })}
            </Field.Label>
            <Textarea
              ref={field}
              name="note"
              maxLength={MAX_NOTE}
              value={note}
              onChange={(event) => {
                setNote(event.currentTarget.value);
              }}
            />
          </Field.Root>
          <ChooseOne
            label={intl.formatMessage({
              id: 'buyer-journey.personas.evidence.team',
              defaultMessage: 'Team that knows it',
            })}
            value={team}
            options={TEAMS.map((value) => ({ value, name: texts.team(value) }))}
            onChange={(chosen) => {
              setTeam(TEAMS.find((known) => known === chosen) ?? team);
            }}
          />
          <ItemField
            ref={pickButton}
            item={item}
            onPick={() => {
              setIsPicking(true);
            }}
            onClear={() => {
              setItem(null);
              // The button that did it is gone by then.
              pickButton.current?.focus();
            }}
          />
          <Flex gap={2} wrap="wrap">
            <Button type="submit" disabled={note.trim() === ''} loading={adding.isPending}>
              {intl.formatMessage({
                id: 'buyer-journey.personas.evidence.save',
                defaultMessage: 'Add',
              })}
            </Button>
            <Button variant="tertiary" disabled={adding.isPending} onClick={onCancel}>
              {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
            </Button>
          </Flex>
        </Flex>
      </form>
      {/* Beside the form: its own search would be sent as this one. */}
      {isPicking && (
        <PickItemDialog
          onPick={setItem}
          onClose={() => {
            setIsPicking(false);
          }}
          returnFocus={() => pickButton.current}
        />
      )}
    </>
  );
}
