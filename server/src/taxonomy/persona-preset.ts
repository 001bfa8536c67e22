import type { PresetPersona } from '../../../contracts/taxonomy';
import { refusal } from '../refusal';

/** A buying group to start from: one persona per buying role. */
export const PERSONA_PRESET: PresetPersona[] = [
  {
    slug: 'champion',
    name: 'Champion',
    buyingRole: 'champion',
    description: 'Wants the change, and carries it through their own organization.',
  },
  {
    slug: 'economic-buyer',
    name: 'Economic buyer',
    buyingRole: 'economic_buyer',
    description: 'Owns the budget and answers for the return.',
  },
  {
    slug: 'technical-evaluator',
    name: 'Technical evaluator',
    buyingRole: 'technical_evaluator',
    description: 'Tests whether it fits, integrates and is secure.',
  },
  {
    slug: 'end-user',
    name: 'End user',
    buyingRole: 'end_user',
    description: 'Will work with it every day.',
  },
  {
    slug: 'procurement',
    name: 'Procurement',
    buyingRole: 'procurement',
    description: 'Negotiates terms and compares suppliers.',
  },
  {
    slug: 'executive-sponsor',
    name: 'Executive sponsor',
    buyingRole: 'executive_sponsor',
    description: 'Lends the project weight and removes obstacles.',
  },
];

/** @throws {ValidationError} naming `personas` when the preset has none of that slug. */
export function presetPersona(slug: string): PresetPersona {
  const found = PERSONA_PRESET.find((persona) => persona.slug === slug);
  if (!found) throw refusal('personas', `“${slug}” is not in the preset`);
  return found;
}
