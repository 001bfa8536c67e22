import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { STAGE_NEEDED } from '../../../../contracts/tagging';
import { ErrorNotice } from '../../ui/notices';
import type { Tag } from './useTag';

interface TagFieldProps {
  /** Becomes the id of the label; that of what is wrong ends in `-error`, as Strapi's form looks for. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** Whether nothing goes live without it. */
  isRequired?: boolean;
  tag: Tag;
  /** Shown to who sees the field but may not change it. */
  readOnly: ReactNode;
  /** Shown to who may change it. */
  children: ReactNode;
}

/** A tag with its label, and what the form says is wrong with it. */
export function TagField(props: TagFieldProps) {
  const { id, label, hint, isRequired = false, tag, readOnly, children } = props;
  const intl = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography id={id} tag="h3" variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
        {isRequired && (
          <Typography textColor="danger600" aria-hidden>
            *
          </Typography>
        )}
      </Typography>
      {!tag.mayRead ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.panel.hiddenField',
            defaultMessage: 'Your role does not see this field.',
          })}
        </Typography>
      ) : (
        <>
          {tag.error && <ErrorNotice error={tag.error} onRetry={tag.retry} />}
          {tag.isKnown && (tag.mayEdit ? children : readOnly)}
        </>
      )}
      {tag.problem !== undefined && (
        <Typography
          id={`${id}-error`}
          tag="p"
          role="alert"
          variant="pi"
          textColor="danger600"
          data-strapi-field-error
        >
          {tag.problem === STAGE_NEEDED
            ? intl.formatMessage({
                id: 'buyer-journey.panel.stageNeeded',
                defaultMessage: 'Choose a stage: without one, this cannot be published.',
              })
            : tag.problem}
        </Typography>
      )}
      {hint !== undefined && hint !== '' && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {hint}
        </Typography>
      )}
    </Flex>
  );
}
