import type { TagFieldNames } from '../../../contracts/tagging';
import { PLUGIN_ID } from '../plugin-id';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The names of the tag fields of an opted-in content type, from a Content Manager layout's options; null for any other type.
 * The Content Manager spreads a type's `pluginOptions` into them, where the server puts the names.
 */
export function tagFieldNames(options: unknown): TagFieldNames | null {
  const option = isRecord(options) ? options[PLUGIN_ID] : undefined;
  if (!isRecord(option) || option.enabled !== true || !isRecord(option.fieldNames)) return null;
  const { journeyStage, personas, contributors } = option.fieldNames;
  return typeof journeyStage === 'string' &&
    typeof personas === 'string' &&
    typeof contributors === 'string'
    ? { journeyStage, personas, contributors }
    : null;
}
