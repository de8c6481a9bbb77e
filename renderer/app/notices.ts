// Short messages at the bottom right: what was done, undone, or failed. Failures stay until dismissed.
import { useFormatter, useTranslations } from 'use-intl';
import { create } from 'zustand';
import type { AppError } from '../../shared/errors.ts';
import { describeError, type ErrorTranslator } from '../../shared/i18n/describeError.ts';
import type { NoticeTone, ToastView } from '../ui/index.ts';

interface Notices {
  readonly toasts: readonly ToastView[];
  readonly add: (tone: NoticeTone, text: string) => void;
  readonly remove: (id: string) => void;
}

const SHOWN_MS = 6_000;
const MOST = 4;

/** The messages on screen. */
export const useNotices = create<Notices>((set, get) => ({
  toasts: [],
  add: (tone, text) => {
    const id = crypto.randomUUID();
    set({
      toasts: [...get().toasts.filter((toast) => toast.text !== text), { id, tone, text }].slice(-MOST),
    });
    if (tone !== 'bad') setTimeout(() => get().remove(id), SHOWN_MS);
  },
  remove: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
}));

/** An error as a sentence in the interface's language. */
export function useErrorText(): (error: AppError) => string {
  const translate = useTranslations();
  const format = useFormatter();
  return (error) =>
    describeError(error, translate as unknown as ErrorTranslator, (value) => format.number(value));
}

/**
 * Says something (`notify`), or says why something failed (`fail`; a cancelled job is no failure).
 * `ended` also says that a job was cancelled, where the screen itself does not.
 */
export function useNotify() {
  const notify = useNotices((state) => state.add);
  const errorText = useErrorText();
  return {
    notify,
    fail: (error: AppError): void => {
      if (error.code !== 'JOB-CANCELLED') notify('bad', errorText(error));
    },
    ended: (error: AppError): void =>
      notify(error.code === 'JOB-CANCELLED' ? 'neutral' : 'bad', errorText(error)),
  };
}
