/** The CSV file in a request. */
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { MAX_CSV_BYTES } from '../../contracts/csv-import';
import { UnreadableCsv } from './csv-rows';
import { uploadedFile } from './uploaded-file';

/** Bytes of the form's `file`; see `uploadedFile`. */
export const uploadedCsv = (ctx: Context): Promise<Uint8Array> =>
  uploadedFile(ctx, {
    maxBytes: MAX_CSV_BYTES,
    tooLarge: 'is over 10 MB. Split it in several files.',
  });

/** A file that cannot be read is the caller's: a 400 that says why. */
export function blameFile(error: unknown): never {
  if (!(error instanceof UnreadableCsv)) throw error;
  throw new errors.ValidationError(`file: ${error.message}`, {
    errors: [{ path: ['file'], message: error.message, name: 'ValidationError' }],
  });
}
