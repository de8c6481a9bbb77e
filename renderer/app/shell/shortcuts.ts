// Keys of the whole window. Ctrl 1–8 belongs to the tabs in a browser, so Alt 1–8 does the same everywhere.
import { useEffect, useRef } from 'react';
import { STEPS } from '../../../shared/model/project.ts';
import type { ShellActions } from './view.ts';

type Chord = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Keys that belong to text while it is edited. */
const TEXT_KEYS = ['undo', 'redo'] as const;

/** Name of the action of a chord, `step:3`, or null. Codes are positions, so that Ctrl Z works on any layout. */
export function actionOf(event: Chord): string | null {
  const ctrl = event.ctrlKey || event.metaKey;
  const digit = /^Digit([1-8])$/.exec(event.code)?.[1];
  if (digit !== undefined && ctrl !== event.altKey && !event.shiftKey) return `step:${Number(digit) - 1}`;
  if (event.key === 'F6') return event.shiftKey ? 'previousPane' : 'nextPane';
  if (!ctrl || event.altKey) return null;
  if (event.code === 'KeyZ') return event.shiftKey ? 'redo' : 'undo';
  if (event.shiftKey) return null;
  const plain: Readonly<Record<string, string>> = {
    KeyY: 'redo',
    KeyK: 'palette',
    KeyH: 'history',
    KeyN: 'new',
    KeyO: 'open',
    Period: 'cancel',
  };
  return plain[event.code] ?? null;
}

/** Moves the focus to the next (or previous) pane that is drawn; wraps around. */
export function focusPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null,
  );
  if (panes.length === 0) return;
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  panes[(now + direction + panes.length) % panes.length]?.focus();
}

const editsText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));

/** Binds the window's keys; `cancel` stops the newest running job. */
export function useShortcuts(actions: ShellActions & { readonly cancel: () => void }): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (action === null || event.defaultPrevented) return;
      if (editsText(event.target) && TEXT_KEYS.some((key) => key === action)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      const act = current.current;
      const step = action.startsWith('step:') ? STEPS[Number(action.slice(5))] : undefined;
      if (step) act.goStep(step);
      else if (action === 'nextPane') focusPane(1);
      else if (action === 'previousPane') focusPane(-1);
      else if (action === 'undo') act.undo();
      else if (action === 'redo') act.redo();
      else if (action === 'palette') act.openPalette();
      else if (action === 'history') act.openHistory();
      else if (action === 'new') act.newProject();
      else if (action === 'open') act.openProject();
      else if (action === 'cancel') act.cancel();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
