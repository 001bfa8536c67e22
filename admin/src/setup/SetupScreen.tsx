import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import { SETUP_STEPS, type Setup, type SetupStep } from '../../../contracts/setup';
import { useSetup } from '../api/setup';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { CoverageLink } from '../ui/CoverageLink';
import { Meter } from '../ui/Meter';
import { useStepInAddress } from './address';
import { useStepTexts } from './step-texts';
import { focusStep, StepSection } from './StepSection';
import { BacklogStep } from './steps/BacklogStep';
import { PersonasStep } from './steps/PersonasStep';
import { StagesStep } from './steps/StagesStep';
import { SuggestionsStep } from './steps/SuggestionsStep';
import { TypesStep } from './steps/TypesStep';

/** What does every step need? One after the other, to be left and taken up again at any time. */
export function SetupScreen() {
  const intl = useIntl();
  const { data: setup, error, refetch } = useSetup();
  const done = setup?.steps.filter(({ state }) => state !== 'open').length ?? 0;
  const title = intl.formatMessage({
    id: 'buyer-journey.setup.title',
    defaultMessage: 'Set up the buyer’s journey',
  });
  const progress = intl.formatMessage(
    {
      id: 'buyer-journey.setup.progress',
      defaultMessage: '{done, number} of {all, number} steps done',
    },
    { done, all: SETUP_STEPS.length }
  );
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={setup && progress} primaryAction={<CoverageLink />} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {!setup && error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
          {!setup && !error && <LoadingNotice />}
          {setup && (
            <>
              <Meter label={progress} done={done} all={SETUP_STEPS.length} />
              <Steps setup={setup} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function Steps({ setup }: { setup: Setup }) {
  const { step: named, isNamed, setStep } = useStepInAddress();
  const texts = useStepTexts(setup);
  const first = setup.steps.find(({ state }) => state === 'open')?.step ?? null;
  // The step at hand stays open when it is done: there may be more to do in it.
  const [start] = useState(first);
  const open = isNamed ? named : start;
  const moved = useRef(false);

  useEffect(() => {
    if (moved.current && open !== null) focusStep(open);
    moved.current = false;
  }, [open]);

  const moveOn = (from: SetupStep) => {
    const later = setup.steps.slice(SETUP_STEPS.indexOf(from) + 1);
    const next = later.find(({ state }) => state === 'open') ?? later[0];
    moved.current = true;
    setStep(next?.step ?? null);
  };

  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {setup.steps.map(({ step, state }, index) => (
        <StepSection
          key={step}
          step={step}
          position={index + 1}
          state={state}
          {...texts[step]}
          isOpen={open === step}
          onToggle={() => {
            setStep(open === step ? null : step);
          }}
          onNext={
            index + 1 < setup.steps.length
              ? () => {
                  moveOn(step);
                }
              : null
          }
        >
          <StepBody step={step} setup={setup} />
        </StepSection>
      ))}
    </Flex>
  );
}

function StepBody({ step, setup }: { step: SetupStep; setup: Setup }) {
  switch (step) {
    case 'stages':
      return <StagesStep />;
    case 'personas':
      return <PersonasStep />;
    case 'types':
      return <TypesStep />;
    case 'suggestions':
      return <SuggestionsStep types={setup.types} />;
    case 'backlog':
      return <BacklogStep types={setup.types} />;
  }
}
