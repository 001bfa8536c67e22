/** Where the stages of one model most likely belong in another one. No React in here. */

interface Stage {
  slug: string;
  alwaysOn: boolean;
}

/**
 * Steps go to the step at the same part of the way; what is always on goes to the first of its kind, and
 * stays where there is none.
 * @returns slugs of the new stages in the order of the old ones; null keeps the old stage, retired.
 */
export function defaultMapping(old: Stage[], wanted: Stage[]): (string | null)[] {
  const steps = wanted.filter(({ alwaysOn }) => !alwaysOn);
  const alwaysOn = wanted.find((stage) => stage.alwaysOn);
  const oldSteps = old.filter((stage) => !stage.alwaysOn);
  return old.map((stage) => {
    if (stage.alwaysOn) return alwaysOn?.slug ?? null;
    const share = oldSteps.length > 1 ? oldSteps.indexOf(stage) / (oldSteps.length - 1) : 0;
    return steps[Math.round(share * (steps.length - 1))]?.slug ?? null;
  });
}
