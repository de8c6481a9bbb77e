// How many segments: the best of a range, or one number. Bars show the separation of numbers already tried.
import { useTranslations } from 'use-intl';
import type { TriedK } from '../../../shared/model/segmentation.ts';
import { SegmentedControl, Select, useFigures } from '../../ui/index.ts';
import styles from './SettingsPane.module.css';
import { HIGHEST_K, LOWEST_K } from './settings.ts';
import type { Draft } from './view.ts';

export interface KPickerProps {
  readonly draft: Draft;
  readonly tried: readonly TriedK[];
  readonly onDraft: (draft: Draft) => void;
}

const NUMBERS = Array.from({ length: HIGHEST_K - LOWEST_K + 1 }, (_, index) => LOWEST_K + index);
const BAR_PX = 26;
const MIN_BAR_PX = 4;

function Range({ draft, onDraft }: KPickerProps) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const options = (from: number, to: number) =>
    NUMBERS.filter((k) => k >= from && k <= to).map((k) => ({ value: String(k), label: figures.count(k) }));
  return (
    <div className={styles.range}>
      <Select
        label={t('from')}
        labelAt="before"
        value={String(draft.from)}
        options={options(LOWEST_K, draft.to - 1)}
        onChange={(k) => onDraft({ ...draft, from: Number(k) })}
      />
      <Select
        label={t('to')}
        labelAt="before"
        value={String(draft.to)}
        options={options(draft.from + 1, HIGHEST_K)}
        onChange={(k) => onDraft({ ...draft, to: Number(k) })}
      />
    </div>
  );
}

function Bars({ draft, tried, onDraft }: KPickerProps) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const valueOf = (k: number) => tried.find((one) => one.k === k)?.scores.silhouette?.value ?? null;
  const highest = Math.max(0.01, ...tried.map((one) => one.scores.silhouette?.value ?? 0));
  return (
    <div className={styles.bars} role="radiogroup" aria-label={t('number')}>
      {NUMBERS.map((k) => {
        const value = valueOf(k);
        const height = value === null ? 0 : Math.max(MIN_BAR_PX, (value / highest) * BAR_PX);
        const label =
          value === null ? t('kOption', { k }) : t('kTried', { k, value: figures.decimal(value) });
        return (
          <label key={k} className={styles.bar} title={label}>
            <input
              type="radio"
              name="explore-k"
              checked={draft.k === k}
              aria-label={label}
              onChange={() => onDraft({ ...draft, k })}
            />
            <span className={styles.barMark} style={{ height }} data-untried={value === null || undefined} />
            <span className="tnum">{figures.count(k)}</span>
          </label>
        );
      })}
    </div>
  );
}

/** Chooses one number of segments or a range to find the best in. */
export function KPicker(props: KPickerProps) {
  const { draft, onDraft } = props;
  const t = useTranslations('explore');
  return (
    <div className={styles.field}>
      <span className={styles.fieldLabel}>
        {t('number')}
        {draft.mode === 'one' && props.tried.length > 1 ? <span>{t('separation')}</span> : null}
      </span>
      <SegmentedControl
        label={t('number')}
        wide
        value={draft.mode}
        options={[
          { value: 'range', label: t('kModes.range') },
          { value: 'one', label: t('kModes.one') },
        ]}
        onChange={(mode) => onDraft({ ...draft, mode })}
      />
      {draft.mode === 'range' ? <Range {...props} /> : <Bars {...props} />}
    </div>
  );
}
