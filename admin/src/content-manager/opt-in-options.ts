import type { TagFieldNames } from '../../../contracts/tagging';
import { PLUGIN_ID } from '../plugin-id';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What the server says of an opted-in content type, in a Content Manager layout's options; null for any other type. */
function optIn(options: unknown): Record<string, unknown> | null {
  const option = isRecord(options) ? options[PLUGIN_ID] : undefined;
  return isRecord(option) && option.enabled === true ? option : null;
}

/**
 * The names of the tag fields of an opted-in content type, from a Content Manager layout's options; null for any other type.
 * The Content Manager spreads a type's `pluginOptions` into them, where the server puts the names.
 */
export function tagFieldNames(options: unknown): TagFieldNames | null {
  const fieldNames = optIn(options)?.fieldNames;
  if (!isRecord(fieldNames)) return null;
  const { journeyStage, personas, contributors } = fieldNames;
  return typeof journeyStage === 'string' &&
    typeof personas === 'string' &&
    typeof contributors === 'string'
    ? { journeyStage, personas, contributors }
    : null;
}

/** Uid of the opted-in content type that a layout is of; null for any other type. */
export function optedInUid(options: unknown): string | null {
  const uid = optIn(options)?.uid;
  return typeof uid === 'string' ? uid : null;
}

/** Whether entries of the type need a stage before they go live. */
export function requiresStage(options: unknown): boolean {
  return optIn(options)?.requireStage === true;
}
