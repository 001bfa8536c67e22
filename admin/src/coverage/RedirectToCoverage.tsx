import { Navigate, useLocation } from 'react-router-dom';

import { COVERAGE_PATH } from '../plugin-id';

/** Leads the plugin's bare address to coverage and keeps its filters. */
export default function RedirectToCoverage() {
  const { search } = useLocation();
  return <Navigate to={{ pathname: COVERAGE_PATH, search }} replace />;
}
