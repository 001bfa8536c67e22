import { useLocation, useNavigate } from 'react-router-dom';

import { SETUP_STEPS, type SetupStep } from '../../../contracts/setup';
import { SETUP_PATH } from '../plugin-id';

/** Link to the page with a step opened. */
export const stepLink = (step: SetupStep) => `${SETUP_PATH}?step=${step}`;

/** The step that the address names, if any: it survives a reload, and the restart of the server. */
export function useStepInAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const named = new URLSearchParams(search).get('step');
  return {
    step: SETUP_STEPS.find((step) => step === named) ?? null,
    /** @param step null closes all of them. */
    setStep: (step: SetupStep | null) => {
      navigate({ search: `step=${step ?? 'none'}` }, { replace: true });
    },
    isNamed: named !== null,
  };
}
