import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { INBOX_SORTS } from '../../../contracts/sales-sourced/inbox';
import type { ItemKind } from '../../../contracts/sales-sourced/items';
import {
  NO_FILTER,
  questionParts,
  type InboxFilter,
  type InboxQuestion,
} from '../api/inbox-question';
import { INBOX_PATH } from '../plugin-id';

/** All that the inbox keeps in its address. */
export interface InboxAddress {
  question: InboxQuestion;
  /** Document id of the opened item. */
  openItem: string | null;
}

/** More days than this are no age of an item; the server refuses them. */
const MOST_DAYS = 36_500;

const nonEmpty = (value: string | null) => (value === '' ? null : value);

const daysOf = (value: string | null) =>
  value !== null && /^\d{1,5}$/.test(value) && Number(value) <= MOST_DAYS ? Number(value) : null;

/** Reads the page's address. Slugs, states and ids are taken as they are: the server judges them. */
export function readAddress(parameters: URLSearchParams): InboxAddress {
  const list = (name: string) => {
    const values = parameters.getAll(name).flatMap((value) => value.split(','));
    return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
  };
  const answered = parameters.get('answered');
  const page = Number(parameters.get('page'));
  return {
    question: {
      filter: {
        states: list('state'),
        kinds: list('kind'),
        stages: list('stage'),
        personas: list('persona'),
        owners: list('owner'),
        reps: list('rep'),
        answered: answered === 'true' ? true : answered === 'false' ? false : null,
        olderThan: daysOf(parameters.get('olderThan')),
        newerThan: daysOf(parameters.get('newerThan')),
        search: nonEmpty(parameters.get('search')?.trim() ?? null),
      },
      sort: INBOX_SORTS.find((sort) => sort === parameters.get('sort')) ?? 'demand',
      page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    },
    openItem: nonEmpty(parameters.get('item')),
  };
}

/** The other way round: the shortest query that `readAddress` turns into the same address. */
export function writeAddress({ question, openItem }: InboxAddress): string {
  const parts = questionParts(question);
  if (openItem !== null) parts.push(['item', openItem]);
  // Commas stay readable: `kind=question,objection`.
  const readable = (value: string) => encodeURIComponent(value).replaceAll('%2C', ',');
  return parts.map(([name, value]) => `${name}=${readable(value)}`).join('&');
}

/** Link to the inbox with a question. */
export function inboxLink(question: InboxQuestion): string {
  return `${INBOX_PATH}?${writeAddress({ question, openItem: null })}`;
}

/** Link to what buyers ask in a cell and nobody has answered, of all kinds or of one. */
export function openItemsLink(stage: string, persona: string, kind?: ItemKind): string {
  const kinds = kind === undefined ? [] : [kind];
  const filter = { ...NO_FILTER, kinds, stages: [stage], personas: [persona], answered: false };
  return inboxLink({ filter, sort: 'demand', page: 1 });
}

/** Link to the inbox with an item opened. */
export function itemLink(documentId: string): string {
  const question: InboxQuestion = { filter: NO_FILTER, sort: 'demand', page: 1 };
  return `${INBOX_PATH}?${writeAddress({ question, openItem: documentId })}`;
}

/** The address as state: what is seen survives a reload, the browser's back button and being shared. */
export function useInboxAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);
  const { question } = address;

  const go = (to: InboxAddress, { replace = false } = {}) => {
    navigate({ pathname: INBOX_PATH, search: writeAddress(to) }, { replace });
  };

  return {
    ...address,
    /** Another question starts at the first page; the opened item stays open. */
    setFilter: (filter: InboxFilter) => {
      go({ ...address, question: { ...question, filter, page: 1 } });
    },
    setSort: (sort: InboxQuestion['sort']) => {
      go({ ...address, question: { ...question, sort, page: 1 } });
    },
    setPage: (page: number) => {
      go({ question: { ...question, page }, openItem: null });
    },
    setOpenItem: (openItem: string | null, options?: { replace: boolean }) => {
      go({ question, openItem }, options);
    },
  };
}
