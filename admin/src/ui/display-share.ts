/** A share for display: rounded to whole percents, but 100 % only when nothing is missing and 0 % only when nothing is there. */
export function displayShare(share: number): number {
  const rounded = Math.round(share * 100) / 100;
  if (share < 1 && rounded === 1) return 0.99;
  if (share > 0 && rounded === 0) return 0.01;
  return rounded;
}
