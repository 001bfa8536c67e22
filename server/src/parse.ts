/** Input through a contract: what does not fit is a 400 that names the field. */
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { z } from 'zod';

/**
 * @returns the parsed input, with defaults filled in.
 * @throws {ValidationError} whose message names the first wrong field, and whose details list all.
 */
export function parse<Contract extends z.ZodType>(
  contract: Contract,
  input: unknown
): z.infer<Contract> {
  const parsed = contract.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not known here' }))
      : [{ path: issue.path, message: issue.message }]
  );
  const first = problems[0];
  throw new errors.ValidationError(
    `${first?.path.map(String).join('.') || 'input'}: ${first?.message}`,
    { errors: problems.map((problem) => ({ ...problem, name: 'ValidationError' })) }
  );
}

/** Body of a request; an absent one is an empty object. */
export function bodyOf(ctx: Context): unknown {
  return (ctx.request as { body?: unknown }).body ?? {};
}
