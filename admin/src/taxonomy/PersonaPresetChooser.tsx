import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { useErrorMessage } from '../api/errors';
import { useApplyPersonaPreset, usePersonaPreset, useTaxonomy } from '../api/taxonomy';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { useBuyingRoleText } from './buying-role';

interface PersonaPresetChooserProps {
  onApplied?: () => void;
  /** What else adds personas. */
  beside?: ReactNode;
}

/** The personas of the preset, to take those that fit. What is there already stays as it is. */
export function PersonaPresetChooser({ onApplied, beside }: PersonaPresetChooserProps) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const preset = usePersonaPreset();
  const taxonomy = useTaxonomy();
  const apply = useApplyPersonaPreset();
  const buyingRoleText = useBuyingRoleText();
  const [unwanted, setUnwanted] = useState<string[]>([]);
  const error = preset.error ?? taxonomy.error;

  if (error) {
    const retry = () => void Promise.all([preset.refetch(), taxonomy.refetch()]);
    return <ErrorNotice error={error} onRetry={retry} />;
  }
  if (!preset.data || !taxonomy.data) return <LoadingNotice />;

  const { personas } = taxonomy.data;
  const isThere = (slug: string) => personas.some((persona) => persona.slug === slug);
  const chosen = preset.data
    .map(({ slug }) => slug)
    .filter((slug) => !isThere(slug) && !unwanted.includes(slug));

  const applyChosen = () => {
    apply.mutate(chosen, {
      onSuccess: ({ created }) => {
        toggleNotification({
          type: 'success',
          message: intl.formatMessage(
            {
              id: 'buyer-journey.personas.applied',
              defaultMessage: '{count, plural, one {# persona added} other {# personas added}}',
            },
            { count: created.length }
          ),
        });
        onApplied?.();
      },
      onError: (failure) => {
        toggleNotification({ type: 'danger', message: errorMessage(failure) });
      },
    });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {preset.data.map((persona) => (
          <li key={persona.slug}>
            <Checkbox
              checked={isThere(persona.slug) || chosen.includes(persona.slug)}
              disabled={isThere(persona.slug)}
              onCheckedChange={(checked) => {
                setUnwanted((others) =>
                  checked === true
                    ? others.filter((slug) => slug !== persona.slug)
                    : [...others, persona.slug]
                );
              }}
            >
              <Flex tag="span" direction="column" alignItems="flex-start">
                <Flex tag="span" gap={2} alignItems="baseline" wrap="wrap">
                  <Typography fontWeight="bold">{persona.name}</Typography>
                  <Typography variant="pi" textColor="neutral600">
                    {isThere(persona.slug)
                      ? intl.formatMessage({
                          id: 'buyer-journey.personas.there',
                          defaultMessage: 'There already',
                        })
                      : buyingRoleText(persona)}
                  </Typography>
                </Flex>
                <Typography textColor="neutral600">{persona.description}</Typography>
              </Flex>
            </Checkbox>
          </li>
        ))}
      </Flex>
      <Flex justifyContent="flex-end" gap={2} wrap="wrap">
        {beside}
        <Button disabled={chosen.length === 0} loading={apply.isPending} onClick={applyChosen}>
          {intl.formatMessage(
            {
              id: 'buyer-journey.personas.preset.apply',
              defaultMessage:
                '{count, plural, =0 {Add personas} one {Add # persona} other {Add # personas}}',
            },
            { count: chosen.length }
          )}
        </Button>
      </Flex>
    </Flex>
  );
}
