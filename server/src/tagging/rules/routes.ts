import { adminRoute } from '../../admin-route';
import { ACTIONS } from '../../constants';

const RULES = '/tagging/rules';

export const taggingRulesRoutes = [
  adminRoute('GET', RULES, 'tagging-rules.read', ACTIONS.editRules),
  adminRoute('PUT', RULES, 'tagging-rules.save', ACTIONS.editRules),
  adminRoute('POST', `${RULES}/test`, 'tagging-rules.test', ACTIONS.editRules),
  adminRoute('GET', `${RULES}/fields`, 'tagging-rules.fields', ACTIONS.editRules),
];
