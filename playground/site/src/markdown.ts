/** What editors write, as HTML that can do no harm. */
import { marked } from 'marked';
import sanitize from 'sanitize-html';

/** @param text Markdown; the page has a first-level heading already, so its own begin with the second. */
export async function toHtml(text: unknown): Promise<string> {
  if (typeof text !== 'string') return '';
  return sanitize(await marked.parse(text), {
    allowedTags: [...sanitize.defaults.allowedTags, 'img'],
    transformTags: { h1: 'h2' },
  });
}
