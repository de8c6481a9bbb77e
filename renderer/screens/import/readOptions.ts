// The choices of each read setting, in words: marks that are invisible or easily confused are named.
import { useTranslations } from 'use-intl';
import { DATE_ORDERS, type ReadSettings } from '../../../shared/model/readSettings.ts';
import type { SelectOption } from '../../ui/index.ts';

const DELIMITERS = [',', ';', '\t', '|', ' '] as const;
const HEADER_ROWS = 15;

/** Header rows on offer: none, the first ones, and the detected one wherever it is. */
export function headerOptions(detected: number): readonly number[] {
  const rows = Array.from({ length: HEADER_ROWS + 1 }, (_, row) => row);
  return detected > HEADER_ROWS ? [...rows, detected] : rows;
}

/** Delimiters on offer; a detected one of another kind stands as it is. */
export function delimiterOptions(
  detected: string,
  nameOf: (mark: string) => string,
): readonly SelectOption<string>[] {
  const known: readonly string[] = DELIMITERS;
  return (known.includes(detected) ? known : [...known, detected]).map((value) => ({
    value,
    label: nameOf(value),
  }));
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  macintosh: 'MacRoman',
  'x-mac-cyrillic': 'MacCyrillic',
};

/** Names of encodings as they are written everywhere: `Windows-1252`, `UTF-8`. */
export const encodingName = (encoding: string): string =>
  MAC_NAMES[encoding] ??
  (encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase());

/** Options of the read settings in the interface's language. */
export function useReadOptions() {
  const t = useTranslations('data.import');
  const names: Readonly<Record<string, string>> = {
    ',': t('delimiters.comma'),
    ';': t('delimiters.semicolon'),
    '\t': t('delimiters.tab'),
    '|': t('delimiters.pipe'),
    ' ': t('delimiters.space'),
  };
  const thousands: readonly SelectOption<ReadSettings['thousands']>[] = [
    { value: '', label: t('marks.none') },
    { value: '.', label: t('marks.dot') },
    { value: ',', label: t('marks.comma') },
    { value: ' ', label: t('marks.space') },
    { value: "'", label: t('marks.apostrophe') },
  ];
  const decimals: readonly SelectOption<ReadSettings['decimal']>[] = [
    { value: '.', label: t('marks.dot') },
    { value: ',', label: t('marks.comma') },
  ];
  return {
    delimiter: (mark: string): string => names[mark] ?? t('delimiters.other', { mark }),
    decimals,
    thousands,
    dateOrders: DATE_ORDERS.map((value) => ({ value, label: t(`dateOrders.${value}`) })),
  };
}
