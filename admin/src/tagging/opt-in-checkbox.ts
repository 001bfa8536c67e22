import type { StrapiApp } from '@strapi/strapi/admin';

/** The part of the Content-Type Builder's form API that we use; the package does not export its type. */
interface ContentTypeForms {
  extendContentType: (extension: {
    form: { advanced: () => OptInField[]; base: () => OptInField[] };
  }) => void;
}

interface OptInField {
  name: string;
  type: 'checkbox';
  intlLabel: { id: string; defaultMessage: string };
  description: { id: string; defaultMessage: string };
}

const OPT_IN_FIELD: OptInField = {
  name: 'pluginOptions.buyer-journey.enabled',
  type: 'checkbox',
  intlLabel: { id: 'buyer-journey.optIn.label', defaultMessage: 'Buyer journey' },
  description: {
    id: 'buyer-journey.optIn.description',
    defaultMessage:
      'Entries get a journey stage, personas and contributors. Switching it off hides the fields and keeps their data.',
  },
};

const REQUIRE_STAGE_FIELD: OptInField = {
  name: 'pluginOptions.buyer-journey.requireStage',
  type: 'checkbox',
  intlLabel: {
    id: 'buyer-journey.requireStage.label',
    defaultMessage: 'Journey stage needed to publish',
  },
  description: {
    id: 'buyer-journey.requireStage.description',
    defaultMessage:
      'With “Buyer journey” on, an entry without a stage can be saved but not published. What is live already stays live.',
  },
};

function hasForms(apis: Record<string, unknown>): apis is { forms: ContentTypeForms } {
  const { forms } = apis;
  return typeof forms === 'object' && forms !== null && 'extendContentType' in forms;
}

/** Adds the opt-in checkbox, and the one of the rule that goes with it, to the Content-Type Builder, where that plugin is installed. */
export function addOptInCheckbox(app: Pick<StrapiApp, 'getPlugin'>): void {
  // Typed as always there, but a site can run without it.
  const builder = app.getPlugin('content-type-builder') as
    ReturnType<StrapiApp['getPlugin']> | undefined;
  if (!builder || !hasForms(builder.apis)) return;
  builder.apis.forms.extendContentType({
    form: { advanced: () => [OPT_IN_FIELD, REQUIRE_STAGE_FIELD], base: () => [] },
  });
}
