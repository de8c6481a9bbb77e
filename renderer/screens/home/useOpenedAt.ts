// “Today 14:32”, “Yesterday”, then the date, by the computer's own calendar.
import { useTranslations } from 'use-intl';
import { useFigures } from '../../ui/index.ts';

const DAY_MS = 86_400_000;

/** Whole calendar days between two instants in the local zone; 0 on the same day. */
export function daysBetween(fromIso: string, toIso: string): number {
  const dayOf = (iso: string): number => {
    const at = new Date(iso);
    return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  };
  return Math.round((dayOf(toIso) - dayOf(fromIso)) / DAY_MS);
}

/** Words for the moment a project was opened, seen from `now` (ISO time stamps). */
export function useOpenedAt(now: string): (iso: string) => string {
  const t = useTranslations('home');
  const figures = useFigures();
  return (iso) => {
    const days = daysBetween(iso, now);
    if (days === 0) return t('today', { time: figures.time(iso) });
    return days === 1 ? t('yesterday') : figures.date(iso);
  };
}
