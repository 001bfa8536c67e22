/** Draws what the seeding reports: a bar on a terminal, plain lines elsewhere. */

const WIDTH = 30;

/** @param {{ kind: 'line', text: string } | { kind: 'progress', label: string, done: number, total: number }} message */
export function drawMessage(message) {
  if (message.kind === 'line') {
    console.log(`  ${message.text}`);
    return;
  }
  const { label, done, total } = message;
  if (process.stdout.isTTY) {
    const filled = Math.round((WIDTH * done) / total);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stdout.write(`\r  ${bar} ${label} ${done}/${total}${done === total ? '\n' : ''}`);
  } else if (done === total) {
    console.log(`  ${label} ${done}/${total}`);
  }
}
