/** The CSV file in a request. */
import { readFile } from 'node:fs/promises';

import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { MAX_CSV_BYTES } from '../../contracts/csv-import';
import { UnreadableCsv } from './csv-rows';

interface Upload {
  filepath: string;
  size: number;
}

/**
 * Bytes of the form's `file`; Strapi removes the upload itself once the request is answered.
 * @throws {ValidationError} when there is not exactly one; {PayloadTooLargeError} when it is too large.
 */
export async function uploadedCsv(ctx: Context): Promise<Uint8Array> {
  const { files } = ctx.request as unknown as { files?: Record<string, Upload | Upload[]> };
  const file = files?.file;
  if (!file || Array.isArray(file)) {
    throw new errors.ValidationError('file: send one CSV file as “file” of a form.', {
      errors: [{ path: ['file'], message: 'is missing', name: 'ValidationError' }],
    });
  }
  if (file.size > MAX_CSV_BYTES) {
    throw new errors.PayloadTooLargeError('file: is over 10 MB. Split it in several files.');
  }
  return readFile(file.filepath);
}

/** A file that cannot be read is the caller's: a 400 that says why. */
export function blameFile(error: unknown): never {
  if (!(error instanceof UnreadableCsv)) throw error;
  throw new errors.ValidationError(`file: ${error.message}`, {
    errors: [{ path: ['file'], message: error.message, name: 'ValidationError' }],
  });
}
