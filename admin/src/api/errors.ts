import { isFetchError } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';

import type { Finding, PublishRefusal } from '../../../contracts/sales-sourced/answers';
import type { OldStagesQuestion } from '../../../contracts/taxonomy';
import type { PersonaDetail, StageDetail } from '../../../contracts/taxonomy-terms';

/** HTTP status of a failed request; null when no answer came at all. */
export function errorStatus(error: unknown): number | null {
  return isFetchError(error) ? (error.status ?? null) : null;
}

/** True when asking again cannot help: the server understood and said no. */
export function isRefusal(error: unknown): boolean {
  const status = errorStatus(error);
  return status !== null && status >= 400 && status < 500;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isOldStage = (value: unknown): value is OldStagesQuestion['oldStages'][number] =>
  isRecord(value) &&
  typeof value.slug === 'string' &&
  typeof value.name === 'string' &&
  typeof value.uses === 'number';

/** The server's question what happens to stages outside the chosen model, or null for any other error. */
export function oldStagesQuestion(error: unknown): OldStagesQuestion | null {
  if (!isFetchError(error)) return null;
  const details: unknown = error.response?.data.error.details;
  if (!isRecord(details) || details.reason !== 'oldStages') return null;
  if (!Array.isArray(details.oldStages)) return null;
  return { reason: 'oldStages', oldStages: details.oldStages.filter(isOldStage) };
}

/** True when somebody else changed the thing after it was looked at. */
export function isConflict(error: unknown): boolean {
  return errorStatus(error) === 409;
}

/** What another editor saved meanwhile, or null for any other error. */
export function termConflict(error: unknown): StageDetail | PersonaDetail | null {
  if (!isFetchError(error) || !isConflict(error)) return null;
  const details: unknown = error.response?.data.error.details;
  if (!isRecord(details) || !isRecord(details.current)) return null;
  return details.current as unknown as StageDetail | PersonaDetail;
}

const FINDINGS: readonly string[] = [
  'email',
  'phone',
  'account',
  'crmReference',
] satisfies Finding['kind'][];

const isFinding = (value: unknown): value is Finding =>
  isRecord(value) &&
  typeof value.field === 'string' &&
  typeof value.text === 'string' &&
  typeof value.kind === 'string' &&
  FINDINGS.includes(value.kind);

/** What holds a publication back, or null for any other error. */
export function publishRefusal(error: unknown): PublishRefusal | null {
  if (!isFetchError(error)) return null;
  const details: unknown = error.response?.data.error.details;
  if (!isRecord(details)) return null;
  if (details.reason === 'noAnswer' || details.reason === 'approval') {
    return { reason: details.reason };
  }
  if (details.reason !== 'findings' || !Array.isArray(details.findings)) return null;
  return { reason: 'findings', findings: details.findings.filter(isFinding) };
}

/** Turns an error of a request into a sentence for the person in front of the screen. */
export function useErrorMessage(): (error: unknown) => string {
  const intl = useIntl();
  return useCallback(
    (error: unknown) => {
      const status = errorStatus(error);
      if (status === null) {
        return intl.formatMessage({
          id: 'buyer-journey.error.unreachable',
          defaultMessage: 'The server did not answer. Check your connection and try again.',
        });
      }
      if (status === 403) {
        return intl.formatMessage({
          id: 'buyer-journey.error.forbidden',
          defaultMessage: 'Your role does not allow this.',
        });
      }
      if (status >= 500) {
        return intl.formatMessage({
          id: 'buyer-journey.error.server',
          defaultMessage: 'Something went wrong on the server. Try again in a moment.',
        });
      }
      return error instanceof Error ? error.message : String(error);
    },
    [intl]
  );
}
