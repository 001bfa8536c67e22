/** The one file of a form. */
import { readFile } from 'node:fs/promises';

import { errors } from '@strapi/utils';
import type { Context } from 'koa';

interface Upload {
  filepath: string;
  size: number;
}

/**
 * Bytes of the form's `file`; Strapi removes the upload itself once the request is answered.
 * @param tooLarge what to say about a larger file than `maxBytes`.
 * @throws {ValidationError} when there is not exactly one; {PayloadTooLargeError} when it is too large.
 */
export async function uploadedFile(
  ctx: Context,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: string }
): Promise<Uint8Array> {
  const { files } = ctx.request as unknown as { files?: Record<string, Upload | Upload[]> };
  const file = files?.file;
  if (!file || Array.isArray(file)) {
    throw new errors.ValidationError('file: send one CSV file as “file” of a form.', {
      errors: [{ path: ['file'], message: 'is missing', name: 'ValidationError' }],
    });
  }
  if (file.size > maxBytes) throw new errors.PayloadTooLargeError(`file: ${tooLarge}`);
  return readFile(file.filepath);
}
