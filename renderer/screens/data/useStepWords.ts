// A recorded fix in words: what it does, and to which column.
import { useTranslations } from 'use-intl';
import type { RecordedStep } from '../../../shared/model/step.ts';
import type { Field, Source } from '../../../shared/model/source.ts';
import { isPersonal, maskPersonal } from '../../intake/index.ts';
import { useFigures } from '../../ui/index.ts';

export interface StepWords {
  readonly what: string;
  readonly column: string;
}

const SHOWN = 3;

function positionOf(step: RecordedStep): number | null {
  if ('position' in step) return step.position;
  return step.kind === 'excludeRecords' && 'position' in step.where ? step.where.position : null;
}

/** Values and limits as the column writes them; personal ones masked. */
function useValueWords() {
  const t = useTranslations('fixes.kinds');
  const figures = useFigures();
  const limit = (value: number, field: Field | undefined): string =>
    field?.type === 'date'
      ? figures.date(new Date(value).toISOString())
      : figures.decimal(value, Number.isInteger(value) ? 0 : 2);
  const text = (value: string, field: Field | undefined): string => {
    if (value.trim() === '') return t('missing');
    return field && isPersonal(field.role) ? maskPersonal(value, field.pii) : t('quoted', { value });
  };
  const list = (values: readonly string[]): string => {
    const first = values.slice(0, SHOWN).join(', ');
    return values.length > SHOWN ? t('more', { first, count: values.length - SHOWN }) : first;
  };
  return { limit, text, list };
}

/** Words for the steps of one source. */
export function useStepWords(source: Source): (step: RecordedStep) => StepWords {
  const t = useTranslations('fixes.kinds');
  const types = useTranslations('data.types');
  const { limit, text, list } = useValueWords();
  const say = (step: RecordedStep, field: Field | undefined): string => {
    switch (step.kind) {
      case 'trim':
        return t('trim');
      case 'changeCase':
        return t(`changeCase.${step.to}`);
      case 'mergeValues': {
        const count = step.groups.reduce((sum, group) => sum + group.from.length, 0);
        return t('mergeValues', { count, into: list(step.groups.map(({ into }) => text(into, field))) });
      }
      case 'fillMissing':
        if (typeof step.with === 'string') return t(step.with === 'median' ? 'fillMedian' : 'fillMode');
        return t('fillValue', {
          value: 'number' in step.with ? limit(step.with.number, field) : text(step.with.value, field),
        });
      case 'setMissing': {
        const parts = (step.values ?? []).map((value) => text(value, field));
        if (step.below !== undefined) parts.push(t('below', { value: limit(step.below, field) }));
        if (step.above !== undefined) parts.push(t('above', { value: limit(step.above, field) }));
        return t('setMissing', { what: list(parts) });
      }
      case 'capOutliers': {
        const parts: string[] = [];
        if (step.below !== undefined) parts.push(t('least', { value: limit(step.below, field) }));
        if (step.above !== undefined) parts.push(t('most', { value: limit(step.above, field) }));
        return t('capOutliers', { what: list(parts) });
      }
      case 'parseAgain':
        return t('parseAgain', { what: step.type ? types(step.type) : t('conventions') });
      case 'excludeRecords':
        if ('records' in step.where) return t('excludeRecords', { count: step.where.records.length });
        return t('excludeValues', { what: list(step.where.values.map((value) => text(value, field))) });
      case 'keepOne':
        return t(`keepOne.${step.keep}`);
      case 'correctRecord':
        return t('correctRecord', { record: step.record });
    }
  };
  return (step) => {
    const field = source.fields.find(({ position }) => position === positionOf(step));
    return { what: say(step, field), column: field?.name ?? '' };
  };
}
