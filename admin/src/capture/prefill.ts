import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { ITEM_KINDS, type ItemKind } from '../../../contracts/sales-sourced/items';
import { CAPTURE_PATH } from '../plugin-id';
import type { Draft } from './draft';

/** What a link to capture can bring along; stage and persona by slug, a persona of null is nobody in particular. */
export interface Prefill {
  kind: ItemKind;
  stage: string;
  persona: string | null;
}

/** Link to capture with fields filled in. */
export function captureLink({ kind, stage, persona }: Prefill): string {
  const parts = { kind, stage, ...(persona === null ? {} : { persona }) };
  return `${CAPTURE_PATH}?${new URLSearchParams(parts).toString()}`;
}

/** What the address of capture fills in; unknown stages and personas are left out by the form. */
export function readPrefill(parameters: URLSearchParams): Partial<Draft> | null {
  const kind = ITEM_KINDS.find((known) => known === parameters.get('kind'));
  const [stage, persona] = [parameters.get('stage'), parameters.get('persona')];
  if (!kind && !stage && !persona) return null;
  return {
    ...(kind ? { kind } : {}),
    ...(stage ? { stage, personas: persona ? [persona] : [] } : {}),
  };
}

/** Fills in what the address says, once: what is chosen afterwards stays. */
export function usePrefill(change: (part: Partial<Draft>) => void): void {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const prefill = readPrefill(new URLSearchParams(search));
    if (!prefill) return;
    change(prefill);
    navigate(pathname, { replace: true });
  }, [search, pathname, navigate, change]);
}
