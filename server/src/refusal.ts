/** Refusing what somebody sent, by the name of the field that is wrong. */
import { errors } from '@strapi/utils';

/** A 400 whose message and details name the field. @param message without a full stop. */
export function refusal(field: string, message: string): Error {
  return new errors.ValidationError(`${field}: ${message}.`, {
    errors: [{ path: [field], message, name: 'ValidationError' }],
  });
}
