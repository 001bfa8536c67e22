/** Content types of test sites. */
import type { Schema } from './site';

interface TypeOptions {
  draftAndPublish?: boolean;
  localized?: boolean;
  kind?: 'collectionType' | 'singleType';
  /** What `pluginOptions.buyer-journey` says; undefined leaves the line out. */
  enabled?: boolean;
  /** Whether its entries need a stage to be published. */
  requireStage?: boolean;
  attributes?: Record<string, object>;
}

/** A content type with a title, opted in unless said otherwise. */
export function contentType(singularName: string, options: TypeOptions = {}): Schema {
  const enabled = 'enabled' in options ? options.enabled : true;
  const displayName = singularName.charAt(0).toUpperCase() + singularName.slice(1);
  return {
    kind: options.kind ?? 'collectionType',
    info: { singularName, pluralName: `${singularName}s`, displayName },
    options: { draftAndPublish: options.draftAndPublish ?? true },
    pluginOptions: {
      ...(options.localized ? { i18n: { localized: true } } : {}),
      ...(enabled === undefined
        ? {}
        : { 'buyer-journey': { enabled, requireStage: options.requireStage } }),
    },
    attributes: {
      title: {
        type: 'string',
        ...(options.localized ? { pluginOptions: { i18n: { localized: true } } } : {}),
      },
      ...options.attributes,
    },
  };
}
