/** Reading through the ways in which addresses hide characters. No database in here. */

/** Characters that e-mail addresses, phone numbers and names are made of. */
const NAMED: Record<string, string> = {
  ...{ amp: '&', nbsp: ' ', commat: '@', period: '.', plus: '+', hyphen: '-', dash: '-' },
  ...{ lowbar: '_', sol: '/', lpar: '(', rpar: ')', colon: ':', num: '#', percnt: '%' },
  ...{ Tab: ' ', NewLine: '\n', quot: '"', apos: "'", lt: '<', gt: '>' },
};

const LARGEST_CODE_POINT = 0x10ffff;
/** Who encodes more often than that hides something from people as well. */
const TIMES = 3;

/** The text with percent-encoding and HTML entities resolved; what is neither stays as it is. */
export function decoded(text: string): string {
  let read = text;
  for (let times = 0; times < TIMES; times += 1) {
    const further = withoutEntities(withoutPercents(read));
    if (further === read) break;
    read = further;
  }
  return read;
}

function withoutPercents(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // Not UTF-8 as a whole: what stands for one ASCII character each is still read.
      return run.replaceAll(/%([2-7][0-9a-f])/gi, (_one, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16))
      );
    }
  });
}

function withoutEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,10}));/gi,
    (entity, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? '') : entity;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= LARGEST_CODE_POINT ? String.fromCodePoint(code) : entity;
    }
  );
}
