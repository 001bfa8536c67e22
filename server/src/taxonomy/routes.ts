import { adminRoute } from '../admin-route';
import { ACTIONS } from '../constants';

export const taxonomyRoutes = [
  adminRoute('GET', '/taxonomy', 'taxonomy.overview', ACTIONS.readSettings),
  adminRoute('GET', '/taxonomy/stage-models', 'taxonomy.stageModels', ACTIONS.readSettings),
  adminRoute('GET', '/taxonomy/persona-preset', 'taxonomy.personaPreset', ACTIONS.readSettings),
  adminRoute(
    'POST',
    '/taxonomy/stage-models/:id/apply',
    'taxonomy.applyStageModel',
    ACTIONS.updateSettings
  ),
  adminRoute(
    'POST',
    '/taxonomy/stage-models/:id/switch',
    'taxonomy.switchModel',
    ACTIONS.updateSettings
  ),
  adminRoute('POST', '/taxonomy/merges/undo', 'taxonomy.undoMerge', ACTIONS.updateSettings),
  adminRoute(
    'POST',
    '/taxonomy/persona-preset/apply',
    'taxonomy.applyPersonaPreset',
    ACTIONS.updateSettings
  ),
];
