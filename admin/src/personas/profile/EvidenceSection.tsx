import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import type { PersonaProfile } from '../../../../contracts/persona-profile';
import { useEvidence } from '../../api/personas';
import { ErrorNotice } from '../../ui/notices';
import { Pager } from '../../ui/Pager';
import { Section } from '../../ui/Section';
import { EvidenceEntry } from './EvidenceEntry';
import { EvidenceForm } from './EvidenceForm';

/** What the profile rests on, the latest first; both teams add to it. */
export function EvidenceSection({ profile }: { profile: PersonaProfile }) {
  const intl = useIntl();
  const [page, setPage] = useState(1);
  const [form, setForm] = useState<'unopened' | 'open' | 'closed'>('unopened');
  const isAdding = form === 'open';
  const addButton = useRef<HTMLButtonElement>(null);
  const further = useEvidence(profile.documentId, page, profile.evidence);
  const isFirst = page === 1;
  const shown = isFirst ? profile.evidence : further.data;
  const { pageCount } = (shown ?? profile.evidence).meta.pagination;

  // The button is there again in place of the form.
  useEffect(() => {
    if (form === 'closed') addButton.current?.focus();
  }, [form]);

  const stopAdding = () => {
    setForm('closed');
  };

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.personas.evidence',
        defaultMessage: 'Evidence',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.personas.evidence.hint',
        defaultMessage: 'What somebody saw or heard that tells who this persona is.',
      })}
      action={
        !isAdding && (
          <Button
            ref={addButton}
            variant="secondary"
            startIcon={<Plus />}
            onClick={() => {
              setForm('open');
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.personas.evidence.add',
              defaultMessage: 'Add evidence',
            })}
          </Button>
        )
      }
    >
      {isAdding && (
        <EvidenceForm
          profile={profile}
          onAdded={() => {
            setPage(1);
            stopAdding();
          }}
          onCancel={stopAdding}
        />
      )}
      {further.error && !isFirst && (
        <ErrorNotice error={further.error} onRetry={() => void further.refetch()} />
      )}
      {shown?.meta.pagination.total === 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.personas.evidence.none',
            defaultMessage: 'Nobody has added evidence yet.',
          })}
        </Typography>
      )}
      {shown && shown.data.length > 0 && (
        <Flex
          tag="ol"
          direction="column"
          alignItems="stretch"
          aria-busy={!isFirst && further.isPlaceholderData}
        >
          {shown.data.map((entry) => (
            <EvidenceEntry key={entry.id} persona={profile.documentId} entry={entry} />
          ))}
        </Flex>
      )}
      <Pager page={page} pageCount={pageCount} onChange={setPage} />
    </Section>
  );
}
