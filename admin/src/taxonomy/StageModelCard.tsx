import { Badge, Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { PresetStage, StageModel } from '../../../contracts/taxonomy';
import { StageName } from '../ui/StageName';

/** Id of the button that uses a model. */
export const modelButtonId = (modelId: string) => `buyer-journey-use-${modelId}`;

interface StageModelCardProps {
  model: StageModel;
  isApplying: boolean;
  /** Gets the slugs of the optional stages that are wanted. */
  onApply: (optionalStages: string[]) => void;
}

/** One stage model: its stages in order with the buyer's question, optional ones to tick. */
export function StageModelCard({ model, isApplying, onApply }: StageModelCardProps) {
  const intl = useIntl();
  const [optional, setOptional] = useState<string[]>([]);

  return (
    <Box tag="li" borderColor="neutral200" hasRadius padding={5} background="neutral0">
      <Flex direction="column" alignItems="stretch" gap={4} height="100%">
        <Box>
          <Typography tag="h3" fontWeight="bold">
            {model.name}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {model.description}
          </Typography>
        </Box>
        <Flex tag="ol" direction="column" alignItems="stretch" gap={3} grow={1}>
          {model.stages.map((stage) => (
            <li key={stage.slug}>
              {stage.optional ? (
                <Checkbox
                  checked={optional.includes(stage.slug)}
                  onCheckedChange={(checked) => {
                    setOptional((others) =>
                      checked === true
                        ? [...others, stage.slug]
                        : others.filter((slug) => slug !== stage.slug)
                    );
                  }}
                >
                  <StageSummary stage={stage} />
                </Checkbox>
              ) : (
                <StageSummary stage={stage} />
              )}
            </li>
          ))}
        </Flex>
        <Button
          id={modelButtonId(model.id)}
          variant="secondary"
          loading={isApplying}
          onClick={() => {
            onApply(optional);
          }}
        >
          {intl.formatMessage(
            { id: 'buyer-journey.stages.apply', defaultMessage: 'Use {model}' },
            { model: model.name }
          )}
        </Button>
      </Flex>
    </Box>
  );
}

function StageSummary({ stage }: { stage: PresetStage }) {
  const intl = useIntl();
  return (
    <Flex tag="span" direction="column" alignItems="flex-start">
      <Flex tag="span" gap={2} wrap="wrap">
        <StageName name={stage.name} color={stage.color} bold />
        {stage.alwaysOn && (
          <Badge size="S">
            {intl.formatMessage({
              id: 'buyer-journey.stage.alwaysOn',
              defaultMessage: 'Always on',
            })}
          </Badge>
        )}
        {stage.optional && (
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage({ id: 'buyer-journey.stage.optional', defaultMessage: 'optional' })}
          </Typography>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {stage.buyerQuestion}
      </Typography>
    </Flex>
  );
}
