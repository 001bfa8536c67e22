/** What must hold before an item becomes public, whichever way it is published. */
import { AsyncLocalStorage } from 'node:async_hooks';

import { errors } from '@strapi/utils';

import type { Finding, PublishRefusal } from '../../../../contracts/sales-sourced/answers';
import type { ItemRow } from '../items/draft';
import { plainText, wordingOfItem } from '../items/wording';
import { findPrivate } from './findings';

/** What somebody with the permission for it has chosen to publish in spite of. */
export interface Override {
  withoutApproval: boolean;
  overrideFindings: boolean;
  /** Whether whoever publishes may learn which private value was found. */
  mayReadPrivate: boolean;
}

const overriding = new AsyncLocalStorage<Override>();

/** Publishes within `work` in spite of what is overridden. */
export function publishingInSpite<Result>(
  override: Override,
  work: () => Promise<Result>
): Promise<Result> {
  return overriding.run(override, work);
}

/** The rules that are overridden at the moment, for the history; null for none. */
export function overriddenRules(): string | null {
  const override = overriding.getStore();
  const rules = (['withoutApproval', 'overrideFindings'] as const).filter(
    (rule) => override?.[rule] === true
  );
  return rules.length > 0 ? rules.join(', ') : null;
}

/**
 * @throws {ValidationError} for an item that was declined or merged; and, with `PublishRefusal` as
 *   details, for private data in its public fields or an answer that its rep has not approved.
 */
export function mustBePublishable(draft: ItemRow): void {
  const override = overriding.getStore();
  if (draft.workflowState === 'declined' || draft.workflowState === 'merged') {
    throw new errors.ValidationError(
      `workflowState: an item that is ${draft.workflowState} cannot be published.`
    );
  }
  const findings = override?.overrideFindings === true ? [] : findingsIn(draft);
  if (findings.length > 0) {
    const list = findings.map(({ field, kind }) => `${kind} in ${field}`).join(', ');
    const told = override?.mayReadPrivate === true ? findings : findings.map(withoutPrivate);
    throw held(`Publishing would make private data public: ${list}.`, {
      reason: 'findings',
      findings: told,
    });
  }
  const wording = wordingOfItem(draft);
  if (wording === 'waiting' && override?.withoutApproval !== true) {
    throw held('The rep has not approved the wording that would carry their name.', {
      reason: 'approval',
    });
  }
}

/** The account's name is not told to who could only guess it. */
function withoutPrivate(finding: Finding): Finding {
  const isPrivate = finding.kind === 'account' || finding.kind === 'crmReference';
  return isPrivate ? { ...finding, text: '' } : finding;
}

/** What looks private in the public fields of an item. */
export function findingsIn(draft: ItemRow): Finding[] {
  const texts = [
    { field: 'buyerWords', text: draft.buyerWords },
    { field: 'answer', text: `${plainText(draft.answer)}\n${hiddenTexts(draft.answer)}` },
    { field: 'slug', text: draft.slug ?? '' },
  ];
  return findPrivate(texts, draft);
}

/** Texts of an answer that its words do not show, but its page does: of links and pictures. */
const BEHIND_WORDS = ['url', 'title', 'name', 'alternativeText', 'caption'];

function hiddenTexts(node: unknown): string {
  if (Array.isArray(node)) return node.map(hiddenTexts).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  const { children, image, ...rest } = node as Record<string, unknown>;
  const own = BEHIND_WORDS.map((name) => rest[name]).filter((text) => typeof text === 'string');
  return [...own, hiddenTexts(children), hiddenTexts(image)].join('\n');
}

function held(message: string, refusal: PublishRefusal): Error {
  return new errors.ValidationError(message, refusal);
}
