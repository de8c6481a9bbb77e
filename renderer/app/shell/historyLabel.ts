// “Rename segment” for the engine's `segments.rename`.
import { useTranslations } from 'use-intl';
import { history } from '../../../shared/i18n/messages/en/history.ts';

type HistoryKey = keyof typeof history;

/** Turns a label of the history into words; an unknown one is shown as it is. */
export function useHistoryLabel(): (label: string) => string {
  const t = useTranslations('history');
  return (label) => {
    const key = label.replace('.', '_');
    return Object.hasOwn(history, key) ? t(key as HistoryKey) : label;
  };
}
