import { adminRoute } from '../../admin-route';
import { ACTIONS } from '../../constants';

export const taggingCsvRoutes = [
  adminRoute('GET', '/tagging/tags.csv', 'tagging-csv.export', ACTIONS.tag),
  adminRoute('POST', '/tagging/tags.csv', 'tagging-csv.import', ACTIONS.tag),
];
