/**
 * What the seeding tells whoever waits for it. `scripts/demo.mjs` starts it as a child and draws
 * the messages; on its own it prints them.
 */
export type Message =
  | { kind: 'line'; text: string }
  | { kind: 'progress'; label: string; done: number; total: number }
  | { kind: 'failure'; text: string };

function send(message: Message): void {
  if (process.send) {
    process.send(message);
  } else if (message.kind !== 'progress') {
    console.log(message.text);
  } else if (message.done === message.total) {
    console.log(`${message.label}: ${message.total}`);
  }
}

/** Says something worth a line. */
export function line(text: string): void {
  send({ kind: 'line', text });
}

/** Says in one sentence why there is no going on. */
export function failure(error: unknown): void {
  send({ kind: 'failure', text: error instanceof Error ? error.message : String(error) });
}

/** Calls `work` for each entry in turn and reports how far it got. */
export async function eachWithProgress<Entry>(
  label: string,
  entries: Entry[],
  work: (entry: Entry, index: number) => Promise<void>
): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    await work(entry, index);
    send({ kind: 'progress', label, done: index + 1, total: entries.length });
  }
}
