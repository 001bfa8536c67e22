/** Which key presses mean something in the queue, and which letters personas get. */
import { queueKeyOf, type KeyPress } from '../../../admin/src/tagging/queue/keys';
import { lettersFor } from '../../../admin/src/tagging/queue/letters';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false },
  ...more,
});

test('digits mean stages, letters personas, and some keys actions', () => {
  expect(queueKeyOf(press('1'))).toEqual({ does: 'stage', index: 0 });
  expect(queueKeyOf(press('9'))).toEqual({ does: 'stage', index: 8 });
  expect(queueKeyOf(press('C'))).toEqual({ does: 'persona', letter: 'c' });
  expect(queueKeyOf(press('Enter'))).toEqual({ does: 'accept' });
  expect(queueKeyOf(press('u'))).toEqual({ does: 'undo' });
  expect(queueKeyOf(press('ArrowRight'))).toEqual({ does: 'skip' });
  expect(queueKeyOf(press('?', { shiftKey: true }))).toEqual({ does: 'keys' });
  expect(queueKeyOf(press('0'))).toEqual({ does: 'everyone' });
});

test.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey', 'repeat'])('with %s nothing', (key) => {
  for (const name of ['1', 'c', 'Enter', 'u'])
    expect(queueKeyOf(press(name, { [key]: true }))).toBeNull();
});

test('other keys are left alone', () => {
  for (const key of ['Tab', 'Escape', ' ', 'ArrowUp', 'ä', 'F1', 'toString', 'constructor']) {
    expect([key, queueKeyOf(press(key))]).toEqual([key, null]);
  }
});

test('each persona gets a letter of its name, where one is free', () => {
  expect(lettersFor(['Champion', 'CFO', 'IT architect', 'End user'])).toEqual(['c', 'f', 'i', 'e']);
  expect(lettersFor(['Élodie', 'Éric'])).toEqual(['e', 'r']);
  // Letters that do something else are nobody’s.
  expect(lettersFor(['Users', 'Sks', '销售'])).toEqual(['e', 'a', 'b']);
});

test('no letter is given twice, and who comes too late gets none', () => {
  const letters = lettersFor(Array.from({ length: 30 }, () => 'Champion'));
  const given = letters.filter((letter) => letter !== null);
  expect([given.length, new Set(given).size]).toEqual([22, 22]);
  for (const taken of ['j', 'k', 's', 'u']) expect(given).not.toContain(taken);
});
