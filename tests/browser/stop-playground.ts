import type { Playground } from './playground';

/** After the browser tests. */
export default async function stopPlayground(): Promise<void> {
  await (globalThis as Playground).stopPlayground?.();
}
