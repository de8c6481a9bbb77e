// A filter in words, for its chip.
import { useTranslations } from 'use-intl';
import type { RowFilter } from '../../../../shared/model/rowView.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { useFigures } from '../../../ui/index.ts';
import { kindOf } from './filterDraft.ts';

const SHOWN_TEXTS = 3;

/** `describe(field, filter)` → “City: Vic or Olot”. */
export function useFilterWords(): (field: Field, filter: RowFilter) => string {
  const t = useTranslations('data.table');
  const figures = useFigures();
  const bound = (field: Field, value: number): string =>
    kindOf(field) === 'date'
      ? figures.date(new Date(value).toISOString())
      : figures.decimal(value, Number.isInteger(value) ? 0 : 2);
  return (field, filter) => {
    const column = field.name;
    switch (filter.op) {
      case 'missing':
      case 'notMissing':
        return t(`chip.${filter.op}`, { column });
      case 'oneOf': {
        const shown = filter.texts.slice(0, SHOWN_TEXTS).join(', ');
        return t('chip.oneOf', { column, shown, more: Math.max(0, filter.texts.length - SHOWN_TEXTS) });
      }
      case 'between': {
        if (kindOf(field) === 'boolean') {
          return t('chip.is', { column, text: t(filter.from === 1 ? 'yes' : 'no') });
        }
        const [from, to] = [filter.from, filter.to];
        if (from !== null && to !== null)
          return t('chip.between', { column, from: bound(field, from), to: bound(field, to) });
        if (from !== null) return t('chip.atLeast', { column, from: bound(field, from) });
        return t('chip.atMost', { column, to: to === null ? '' : bound(field, to) });
      }
      default:
        return t(`chip.${filter.op}`, { column, text: filter.text });
    }
  };
}
