import { Box, Flex, Grid } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { EVERYONE } from '../../../../contracts/coverage';
import { TREND_DAYS, type TrendFigure } from '../../../../contracts/coverage-trend';
import { useCoverage, useCoverageFilters } from '../../api/coverage';
import { EVERYTHING } from '../../api/coverage-question';
import type { TrendQuestion } from '../../api/trend';
import { ChooseOne } from '../../ui/ChooseField';
import { TabButton } from '../../ui/TabButton';
import { figuresFor } from './address';
import { useFigureWords } from './figure-words';

interface TrendControlsProps {
  question: TrendQuestion;
  onChange: (changed: Partial<TrendQuestion>) => void;
}

/** Which line is shown, and how far it goes back. */
export function TrendControls({ question, onChange }: TrendControlsProps) {
  const words = useFigureWords();
  const fields = useFields(question);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Grid.Root gap={4}>
        <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
          <ChooseOne
            label={fields.figure}
            value={question.figure}
            options={figuresFor(question).map((value) => ({ value, name: words.name(value) }))}
            onChange={(figure) => {
              onChange({ figure: figure as TrendFigure });
            }}
          />
        </Grid.Item>
        {fields.narrowing.map(({ field, label, all, options }) => (
          <Grid.Item key={field} col={4} s={6} xs={12} direction="column" alignItems="stretch">
            <ChooseOne
              label={label}
              placeholder={all}
              value={question[field]}
              options={options}
              onChange={(value) => {
                onChange({ [field]: value });
              }}
              onClear={() => {
                onChange({ [field]: null });
              }}
            />
          </Grid.Item>
        ))}
      </Grid.Root>
      <Box>
        <DaysSwitch question={question} onChange={onChange} />
      </Box>
    </Flex>
  );
}

interface NarrowingField {
  field: 'stage' | 'persona' | 'locale' | 'type';
  label: string;
  /** What is looked at when nothing is chosen. */
  all: string;
  options: { value: string; name: string }[];
}

/** The fields that there is something to choose in; a persona comes after a stage. */
function useFields(question: TrendQuestion): { figure: string; narrowing: NarrowingField[] } {
  const intl = useIntl();
  const { data: coverage } = useCoverage(EVERYTHING);
  const { data: filters } = useCoverageFilters();
  const bySlug = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, name });
  const everyone = intl.formatMessage({
    id: 'buyer-journey.grid.everyone',
    defaultMessage: 'Everyone',
  });
  const fields: NarrowingField[] = [
    {
      field: 'stage',
      label: intl.formatMessage({ id: 'buyer-journey.targets.stage', defaultMessage: 'Stage' }),
      all: intl.formatMessage({
        id: 'buyer-journey.targets.allStages',
        defaultMessage: 'All stages',
      }),
      options: (coverage?.stages ?? []).map(bySlug),
    },
    {
      field: 'persona',
      label: intl.formatMessage({ id: 'buyer-journey.grid.persona', defaultMessage: 'Persona' }),
      all: intl.formatMessage({
        id: 'buyer-journey.trend.wholeStage',
        defaultMessage: 'The whole stage',
      }),
      options: [
        ...(coverage?.personas ?? []).map(bySlug),
        ...(coverage ? [{ value: EVERYONE, name: everyone }] : []),
      ],
    },
    {
      field: 'locale',
      label: intl.formatMessage({ id: 'buyer-journey.filter.locale', defaultMessage: 'Locale' }),
      all: intl.formatMessage({
        id: 'buyer-journey.filter.locale.all',
        defaultMessage: 'All locales',
      }),
      options: (filters?.locales ?? []).map(({ code, name }) => ({ value: code, name })),
    },
    {
      field: 'type',
      label: intl.formatMessage({
        id: 'buyer-journey.trend.type',
        defaultMessage: 'Content type',
      }),
      all: intl.formatMessage({
        id: 'buyer-journey.filter.type.all',
        defaultMessage: 'All content types',
      }),
      options: (filters?.types ?? []).map(({ uid, displayName }) => ({
        ...{ value: uid, name: displayName },
      })),
    },
  ];
  return {
    figure: intl.formatMessage({ id: 'buyer-journey.trend.figure', defaultMessage: 'Figure' }),
    narrowing: fields.filter(
      ({ field, options }) =>
        (options.length > 0 || question[field] !== null) &&
        (field !== 'persona' || question.stage !== null)
    ),
  };
}

function DaysSwitch({ question, onChange }: TrendControlsProps) {
  const intl = useIntl();
  return (
    <Flex
      wrap="wrap"
      gap={1}
      role="group"
      aria-label={intl.formatMessage({
        id: 'buyer-journey.trend.days.label',
        defaultMessage: 'How far back',
      })}
    >
      {TREND_DAYS.map((days) => (
        <TabButton
          key={days}
          type="button"
          aria-pressed={days === question.days}
          onClick={() => {
            onChange({ days });
          }}
        >
          {intl.formatMessage(
            { id: 'buyer-journey.trend.days', defaultMessage: '{days, number} days' },
            { days }
          )}
        </TabButton>
      ))}
    </Flex>
  );
}
