/** Which content types opted in, and the fields that opting in gives them. */
import { PLUGIN_ID, TAG_TARGETS } from '../constants';
import type { PluginConfig } from '../config';
import type { OptInState, TagName } from '../../../contracts/tagging';
import type { ContentTypeSchema } from '../strapi';

type FieldNames = PluginConfig['fieldNames'];
type Attributes = Record<string, object>;

const TAG_NAMES = ['journeyStage', 'personas', 'contributors'] as const satisfies TagName[];

/** What the type's `pluginOptions` say: `optedOut` keeps the tags and hides them. */
export function optInState(type: ContentTypeSchema): OptInState {
  const option = type.pluginOptions?.[PLUGIN_ID] as { enabled?: unknown } | undefined;
  if (option?.enabled === true) return 'optedIn';
  return option?.enabled === false ? 'optedOut' : 'available';
}

/**
 * Whether entries of an opted-in type need a stage before they go live.
 * @throws {Error} naming the type when its `pluginOptions` say something else than yes or no.
 */
export function requiresStage(type: ContentTypeSchema): boolean {
  const option = type.pluginOptions?.[PLUGIN_ID] as { requireStage?: unknown } | undefined;
  const requireStage = option?.requireStage ?? false;
  if (typeof requireStage !== 'boolean') {
    throw new Error(
      `pluginOptions.${PLUGIN_ID}.requireStage of ${type.uid} must be true or false: ` +
        'change it in the content type’s schema.json.'
    );
  }
  return requireStage && optInState(type) === 'optedIn';
}

/**
 * Gives a type its three tag fields, in place. A type that opted out keeps them hidden, so that
 * publishing goes on copying its tags from draft to published version.
 * @throws {Error} naming type and attribute when an opted-in type already has one of that name, and as
 *   `requiresStage` does.
 */
export function injectTags(type: ContentTypeSchema, fieldNames: FieldNames): void {
  const state = optInState(type);
  if (state === 'available') return;
  const attributes = type.attributes as Attributes;
  const clashes = TAG_NAMES.filter((tag) => fieldNames[tag] in attributes);
  if (clashes.length > 0 && state === 'optedIn') {
    throw new Error(clashMessage(type.uid, clashes, fieldNames));
  }
  for (const tag of TAG_NAMES.filter((name) => !clashes.includes(name))) {
    attributes[fieldNames[tag]] = tagAttribute(tag, state);
  }
  if (state === 'optedIn') {
    // The admin reads these from here; the Content-Type Builder never sees what is added.
    const options = { enabled: true, requireStage: requiresStage(type), uid: type.uid, fieldNames };
    type.pluginOptions = { ...type.pluginOptions, [PLUGIN_ID]: options };
  }
}

function tagAttribute(tag: TagName, state: OptInState): object {
  return {
    type: 'relation',
    relation: tag === 'journeyStage' ? 'manyToOne' : 'manyToMany',
    target: TAG_TARGETS[tag],
    ...(state === 'optedOut' ? { visible: false, writable: false, private: true } : {}),
  };
}

function clashMessage(uid: string, clashes: TagName[], fieldNames: FieldNames): string {
  const names = clashes.map((tag) => `"${fieldNames[tag]}"`).join(', ');
  const options = clashes.map((tag) => `fieldNames.${tag}`).join(', ');
  return (
    `Buyer Journey cannot opt in ${uid}: it already has an attribute ${names}. ` +
    `Rename the attribute, or choose another name with ${options} in the plugin's configuration.`
  );
}

/** Whether an attribute of a type is one that this plugin put there, and not the site itself. */
export function isInjected(
  type: ContentTypeSchema,
  attribute: string,
  target: unknown,
  fieldNames: FieldNames
): boolean {
  const own = (type as { __schema__?: { attributes?: Attributes } }).__schema__?.attributes ?? {};
  return TAG_NAMES.some(
    (tag) => fieldNames[tag] === attribute && TAG_TARGETS[tag] === target && !(attribute in own)
  );
}
