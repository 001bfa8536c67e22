import { useIntl, type IntlShape } from 'react-intl';

import type { SuggestedPermission } from '../../../contracts/suggested-roles';

/** Says in words what the permissions of a suggested role allow: one line each, and one per verb for content. */
export function usePermissionTexts(): (permissions: SuggestedPermission[]) => string[] {
  const intl = useIntl();
  return (permissions) => {
    const own = permissions.filter(({ subject }) => subject === null);
    return [
      ...own.map(({ action }) => ownActionText(intl, action)),
      ...['read', 'create', 'update'].flatMap((verb) => {
        const types = permissions.flatMap(({ action, subject }) =>
          subject && action.endsWith(`.${verb}`) ? [subject.displayName] : []
        );
        return types.length > 0 ? [contentText(intl, verb, intl.formatList(types))] : [];
      }),
    ];
  };
}

function contentText(intl: IntlShape, verb: string, types: string): string {
  switch (verb) {
    case 'create':
      return intl.formatMessage(
        { id: 'buyer-journey.roles.create', defaultMessage: 'Content Manager: create {types}' },
        { types }
      );
    case 'update':
      return intl.formatMessage(
        { id: 'buyer-journey.roles.update', defaultMessage: 'Content Manager: edit {types}' },
        { types }
      );
    default:
      return intl.formatMessage(
        { id: 'buyer-journey.roles.read', defaultMessage: 'Content Manager: read {types}' },
        { types }
      );
  }
}

function ownActionText(intl: IntlShape, action: string): string {
  switch (action) {
    case 'plugin::buyer-journey.coverage.read':
      return intl.formatMessage({
        id: 'buyer-journey.roles.coverage',
        defaultMessage: 'See coverage',
      });
    case 'plugin::buyer-journey.coverage.set-targets':
      return intl.formatMessage({
        id: 'buyer-journey.roles.setTargets',
        defaultMessage: 'Set targets',
      });
    case 'plugin::buyer-journey.tagging.tag':
      return intl.formatMessage({
        id: 'buyer-journey.roles.tag',
        defaultMessage: 'Tag entries in the queue and in bulk',
      });
    case 'plugin::buyer-journey.tagging.rules':
      return intl.formatMessage({
        id: 'buyer-journey.roles.editRules',
        defaultMessage: 'Edit suggestion rules',
      });
    case 'plugin::buyer-journey.sales-sourced.capture':
      return intl.formatMessage({
        id: 'buyer-journey.roles.capture',
        defaultMessage: 'Bring in what buyers said',
      });
    case 'plugin::buyer-journey.inbox.read':
      return intl.formatMessage({
        id: 'buyer-journey.roles.inbox',
        defaultMessage: 'See the inbox',
      });
    case 'plugin::buyer-journey.inbox.triage':
      return intl.formatMessage({
        id: 'buyer-journey.roles.triage',
        defaultMessage: 'Accept, decline, merge, assign and answer',
      });
    case 'plugin::buyer-journey.inbox.read-private':
      return intl.formatMessage({
        id: 'buyer-journey.roles.readPrivate',
        defaultMessage: 'See account, CRM reference and source',
      });
    case 'plugin::buyer-journey.inbox.publish':
      return intl.formatMessage({
        id: 'buyer-journey.roles.publish',
        defaultMessage: 'Publish answers',
      });
    case 'plugin::buyer-journey.personas.read':
      return intl.formatMessage({
        id: 'buyer-journey.roles.readPersonas',
        defaultMessage: 'See persona profiles, and add evidence',
      });
    case 'plugin::buyer-journey.personas.edit':
      return intl.formatMessage({
        id: 'buyer-journey.roles.editPersonas',
        defaultMessage: 'Edit persona profiles and sign them off',
      });
    case 'plugin::buyer-journey.reps.manage':
      return intl.formatMessage({
        id: 'buyer-journey.roles.manageReps',
        defaultMessage: 'Confirm, deactivate, merge and erase reps',
      });
    default:
      return action;
  }
}
