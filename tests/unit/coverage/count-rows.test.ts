/** Counting the rows of a download while it comes in. */
import { rowCounter } from '../../../admin/src/coverage/export/count-rows';

const FILE = [
  ...['export,Entries', '"note","of\r\ntwo lines"', '', 'title,stage'],
  ...['First,Decision', '"Second, ""so called""\r\n\r\nover lines",', 'Third,', ''],
].join('\r\n');

test('counts rows of the table alone, wherever the bytes are cut', () => {
  const bytes = new TextEncoder().encode(FILE);
  for (let size = 1; size <= bytes.length; size += 1) {
    const count = rowCounter();
    let rows = 0;
    for (let start = 0; start < bytes.length; start += size) {
      const so = count(bytes.slice(start, start + size));
      expect(so).toBeGreaterThanOrEqual(rows);
      rows = so;
    }
    expect(rows).toBe(3);
  }
});

test('counts none while there is only what the file says of itself', () => {
  expect(rowCounter()(new TextEncoder().encode('export,Entries\r\n\r\ntitle,stage\r\n'))).toBe(0);
});
