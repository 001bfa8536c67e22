/**
 * What looks private in a text that is about to go public. A heuristic, and said to be one: it can miss
 * and it can be wrong. No database in here.
 */
import type { Finding } from '../../../../contracts/sales-sourced/answers';
import { decoded } from './decoded';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Written with a country code, an area code, in one piece, or as 415-555-0100. */
const PHONE =
  /(?<![\p{L}\p{N}])(?:0\d{8,14}(?!\d)|(?:(?:\+|00)\d{1,3}[\s./-]*(?:\(0?\d+\)[\s./-]*)?|\(\d{2,5}\)[\s./-]*|0\d{1,4}[\s./-]+|\d{3}[ .-](?=\d{3}[ .-]\d{4}))\d[\d\s./-]{4,}\d)/gu;
/** Whatever a link dials, with a country code or without. */
const DIALLED = /(?<=(?:tel|sms|callto|wa\.me)[:/]\/{0,2})\+?\d[\d\s()./-]{5,}\d/giu;
/** Shorter ones are prices, years and counts. */
const PHONE_DIGITS = 7;

/** Shorter names and references would be found in other words. */
const SHORTEST_NAME = 3;

export interface PublicText {
  field: string;
  text: string;
}
export interface PrivateNames {
  account: string | null;
  crmReference: string | null;
}

/** Everything found, in the order of the texts; each once per field. */
export function findPrivate(texts: PublicText[], names: PrivateNames): Finding[] {
  const findings = texts
    .flatMap(variants)
    .flatMap(({ field, text }) => [
      ...matches(text, EMAIL).map((found) => ({ field, kind: 'email' as const, text: found })),
      ...[...matches(text, PHONE), ...matches(text, DIALLED)]
        .filter((found) => found.replaceAll(/\D/g, '').length >= PHONE_DIGITS)
        .map((found) => ({ field, kind: 'phone' as const, text: found })),
      ...named(field, text, 'account', names.account),
      ...named(field, text, 'crmReference', names.crmReference),
    ]);
  const keyOf = ({ field, kind, text }: Finding) => `${field} ${kind} ${text}`;
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

/** A text as it is written, and as who follows or copies it reads it. */
function variants({ field, text }: PublicText): PublicText[] {
  const read = decoded(text);
  return read === text ? [{ field, text }] : [text, read].map((each) => ({ field, text: each }));
}

function matches(text: string, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).map((found) => found.trim());
}

function named(
  field: string,
  text: string,
  kind: 'account' | 'crmReference',
  name: string | null
): Finding[] {
  const words = plainWords(name ?? '');
  if (words.trim().length < SHORTEST_NAME) return [];
  return plainWords(text).includes(words) ? [{ field, kind, text: name ?? '' }] : [];
}

/** Small letters and digits with single blanks between and around: `Port-of-X` is ` port of x `. */
function plainWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words ? ` ${words.join(' ')} ` : '';
}
