/** What is typed into a profile, beside what is stored of it. */
import {
  SIGNED_FIELDS,
  type PersonaProfile,
  type SignedField,
} from '../../../../contracts/persona-profile';

/** All fields as text; empty where there is nothing. */
export type Fields = Record<SignedField, string>;

/** The stored fields of a profile. */
export function fieldsOf(profile: PersonaProfile): Fields {
  const entries = SIGNED_FIELDS.map((field) => [field, profile[field] ?? '']);
  return Object.fromEntries(entries) as Fields;
}

/** The fields whose typed text differs from what is stored; blanks around it do not count. */
export function changedFields(typed: Partial<Fields>, stored: Fields): SignedField[] {
  return SIGNED_FIELDS.filter((field) => {
    const text = typed[field];
    return text !== undefined && text.trim() !== stored[field].trim();
  });
}

/** The fields that somebody types in, and that somebody else has changed since. */
export function contestedFields(
  typed: Partial<Fields>,
  before: Fields,
  stored: Fields
): SignedField[] {
  return changedFields(typed, stored).filter((field) => before[field] !== stored[field]);
}
