import { useAuth } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { Item, WorkflowState } from '../../../contracts/sales-sourced/items';
import { useItem, useItemLoader } from '../api/inbox';
import { PERMISSIONS, useMay } from '../permissions';
import type { Selection } from '../ui/useSelection';
import type { Question, Triage } from './actions/triage-context';
import { useAnswerDrafts } from './actions/useAnswerDrafts';
import { useItemActions } from './actions/useItemActions';
import { mayMove } from './actions/way-back';
import { findItem, focusedItem, useItemFocus } from './item-focus';
import type { Shortcut } from './keys/shortcuts';
import { itemAfter, itemBeside } from './neighbours';

interface Controlled {
  items: Item[];
  selection: Selection<Item>;
  openItem: string | null;
  setOpenItem: (documentId: string | null, options?: { replace: boolean }) => void;
}

/** What holds the inbox together: which item is turned to, what is asked about it, and what keys do. */
export function useInboxControl({ items, selection, openItem, setOpenItem }: Controlled) {
  const { may: mayTriage } = useMay(PERMISSIONS.triage);
  const me = useAuth('useInboxControl', (state) => state.user?.id);
  const { data: opened } = useItem(openItem);
  const loadItem = useItemLoader();
  const wantFocus = useItemFocus();
  const { draftOf, setDraft } = useAnswerDrafts();
  const [asked, setAsked] = useState<{ question: Question; documentId: string } | null>(null);
  const [isKeySheetOpen, setIsKeySheetOpen] = useState(false);

  const turnTo = (documentId: string | null) => {
    if (documentId === openItem) return;
    setAsked(null);
    // Going through a list leaves no trail in the browser's history.
    setOpenItem(documentId, { replace: openItem !== null });
  };
  const comeBack = (documentId: string) => {
    turnTo(documentId);
    wantFocus(documentId);
  };
  const actions = useItemActions(comeBack);

  /** Turns to the next item, or stays with the only one; where none is open, the focus alone moves on. */
  const leave = (documentId: string) => {
    const next = itemAfter(items, documentId);
    if (!next) {
      findItem(documentId)?.focus();
      return;
    }
    if (openItem !== null) turnTo(next.documentId);
    wantFocus(next.documentId);
  };

  const settle = async (item: Item, to: WorkflowState) => {
    if (mayMove(item.state, to)) leave(item.documentId);
    const done = await actions.move(item, to);
    if (!done && mayMove(item.state, to)) comeBack(item.documentId);
  };

  const askAbout = (documentId: string, question: Question) => {
    turnTo(documentId);
    setAsked({ question, documentId });
  };

  const write = async (documentId: string) => {
    turnTo(documentId);
    if (draftOf(documentId)) return;
    const { answer } = await loadItem(documentId);
    setDraft(documentId, { text: answer ?? '', basedOn: answer });
  };

  /** The item that keys are about: the one in whose row the focus is, else the opened one. */
  const itemOfKeys = (): Item | null => {
    const documentId = focusedItem() ?? openItem;
    if (documentId === null) return null;
    if (opened?.documentId === documentId) return opened;
    return items.find((item) => item.documentId === documentId) ?? null;
  };

  const step = (by: 1 | -1) => {
    const to = itemBeside(items, focusedItem() ?? openItem, by);
    if (to) comeBack(to.documentId);
  };

  const triageByKey = (shortcut: Shortcut) => {
    const item = itemOfKeys();
    if (shortcut === 'undo') actions.undoable?.undo();
    if (!item) return;
    const { documentId, state } = item;
    switch (shortcut) {
      case 'accept':
        void settle(item, 'accepted');
        break;
      case 'decline':
        // A move that is impossible tells so.
        if (mayMove(state, 'declined')) askAbout(documentId, 'decline');
        else void actions.move(item, 'declined');
        break;
      case 'merge':
      case 'link':
        if (state !== 'merged') askAbout(documentId, shortcut);
        break;
      case 'assign':
        if (me !== undefined) void actions.edit(item, { owner: Number(me) });
        break;
      case 'answer':
        if (state !== 'merged') void write(documentId);
        break;
      case 'select':
        selection.toggle(documentId);
        break;
    }
  };

  const onShortcut = (shortcut: Shortcut) => {
    switch (shortcut) {
      case 'next':
        step(1);
        break;
      case 'previous':
        step(-1);
        break;
      case 'keys':
        setIsKeySheetOpen(true);
        break;
      case 'close':
        if (openItem !== null) wantFocus(openItem);
        turnTo(null);
        break;
      default:
        if (mayTriage) triageByKey(shortcut);
    }
  };

  const triage: Triage = {
    mayTriage,
    actions,
    settle: (item, to) => void settle(item, to),
    ask: (question) => {
      if (openItem !== null) askAbout(openItem, question);
    },
    draftOf,
    setDraft,
  };

  return {
    triage,
    onShortcut,
    wantFocus,
    leave,
    /** What is asked about which item; null while the item is fetched. */
    asked: asked && opened?.documentId === asked.documentId ? { ...asked, item: opened } : null,
    stopAsking: () => {
      setAsked(null);
    },
    isKeySheetOpen,
    setIsKeySheetOpen,
  };
}
