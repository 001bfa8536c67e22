/** Which key presses mean something in the inbox. */
import { KEYS, shortcutOf, type KeyPress } from '../../../admin/src/inbox/keys/shortcuts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false },
  ...more,
});

test.each(KEYS)('$shown means $shortcut', ({ key, shortcut }) => {
  expect(shortcutOf(press(key))).toBe(shortcut);
});

test('capital letters of Caps Lock mean the same', () => {
  expect(shortcutOf(press('J'))).toBe('next');
  expect(shortcutOf(press('Escape'))).toBe('close');
});

test.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])('with %s a letter is not ours', (key) => {
  expect(shortcutOf(press('a', { [key]: true }))).toBeNull();
});

test('a question mark may need Shift', () => {
  expect(shortcutOf(press('?', { shiftKey: true }))).toBe('keys');
});

test('a key held down moves on, but does nothing else twice', () => {
  expect(shortcutOf(press('j', { repeat: true }))).toBe('next');
  expect(shortcutOf(press('a', { repeat: true }))).toBeNull();
});

test('other keys are left alone', () => {
  expect(shortcutOf(press('z'))).toBeNull();
  expect(shortcutOf(press('Tab'))).toBeNull();
});
