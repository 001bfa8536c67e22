import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { AnsweredItems } from './AnsweredItems';

interface AnswersPanelContentProps {
  /** Uid of the content type. */
  type: string;
  /** Undefined while the document is being created. */
  documentId: string | undefined;
}

/** A document that is not saved yet has nothing that an item could be linked to. */
export default function AnswersPanelContent({ type, documentId }: AnswersPanelContentProps) {
  const intl = useIntl();
  return documentId === undefined ? (
    <Typography tag="p" textColor="neutral600">
      {intl.formatMessage({
        id: 'buyer-journey.answers.unsaved',
        defaultMessage: 'Once the document is saved, questions can be linked to it.',
      })}
    </Typography>
  ) : (
    <AnsweredItems document={{ type, documentId }} />
  );
}
