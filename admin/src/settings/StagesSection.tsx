import { Badge, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useTaxonomy } from '../api/taxonomy';
import { STAGE_UID } from '../plugin-id';
import { StageModelChooser } from '../taxonomy/StageModelChooser';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';
import { StageDot } from '../ui/StageName';
import { AddLink } from './AddLink';
import { useContentPermissions } from '../content-permissions';
import { TermList } from './TermList';

/** The stages in the order of the journey. */
export function StagesSection({ mayUpdate }: { mayUpdate: boolean }) {
  const intl = useIntl();
  const { data, error, refetch } = useTaxonomy();
  const { mayRead, mayCreate } = useContentPermissions(STAGE_UID);

  return (
    <Section
      title={intl.formatMessage({ id: 'buyer-journey.settings.stages', defaultMessage: 'Stages' })}
      hint={intl.formatMessage({
        id: 'buyer-journey.settings.stages.hint',
        defaultMessage:
          'The steps of the buyer’s journey, in order. Each answers a question that buyers ask at that point.',
      })}
      action={
        <Flex gap={2} wrap="wrap">
          {mayCreate && (
            <AddLink
              uid={STAGE_UID}
              label={intl.formatMessage({
                id: 'buyer-journey.settings.stages.add',
                defaultMessage: 'Add a stage',
              })}
            />
          )}
          {mayUpdate && <StageModelButton />}
        </Flex>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data?.stages.length === 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.settings.stages.none',
            defaultMessage: 'There are no stages yet. A stage model is a quick start.',
          })}
        </Typography>
      )}
      {data && data.stages.length > 0 && (
        <TermList
          linkTo={mayRead ? STAGE_UID : null}
          terms={data.stages.map((stage) => ({
            documentId: stage.documentId,
            name: stage.name,
            uses: stage.uses,
            mark: <StageDot color={stage.color} />,
            note: stage.alwaysOn && (
              <Badge size="S">
                {intl.formatMessage({
                  id: 'buyer-journey.stage.alwaysOn',
                  defaultMessage: 'Always on',
                })}
              </Badge>
            ),
            text: stage.buyerQuestion,
          }))}
        />
      )}
    </Section>
  );
}

function StageModelButton() {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const label = intl.formatMessage({
    id: 'buyer-journey.settings.stages.model',
    defaultMessage: 'Use a stage model',
  });
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="secondary">{label}</Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
        >
          <Modal.Title>{label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <StageModelChooser
            onApplied={() => {
              setOpen(false);
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
