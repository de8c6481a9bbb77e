// What changed since the segments in use before, and why customers moved: the data, or the settings.
import { useTranslations } from 'use-intl';
import type { SegmentLineage } from '../../../shared/model/lineage.ts';
import { useFigures } from '../../ui/index.ts';
import styles from './lineage.module.css';

export interface LineageCausesProps {
  readonly lineage: SegmentLineage;
}

export function LineageChanges({ lineage: { changes, placed, moves } }: LineageCausesProps) {
  const t = useTranslations('segments.lineage');
  // Made by an earlier version: nothing is known of it.
  if (changes.length === 0 && moves === null) return null;
  const list = changes.map((change) => t(`changes.${change}`)).join(', ');
  return (
    <p className={styles.changes}>
      <b>{t('changed')}:</b> {changes.length > 0 ? list : t('nothing')}
      {placed ? ` · ${t('byPlacing')}` : ''}
    </p>
  );
}

const PARTS = ['stayed', 'byData', 'bySettings', 'byBoth', 'came', 'left'] as const;

export function LineageMovesTable({ lineage: { moves, changes, placed } }: LineageCausesProps) {
  const t = useTranslations('segments.lineage');
  const figures = useFigures();
  if (moves === null) return changes.length > 0 ? <p className={styles.about}>{t('movesNone')}</p> : null;
  const always = ['stayed', 'byData', 'bySettings'] as const;
  const shown = PARTS.filter((part) => moves[part] > 0 || always.some((one) => one === part));
  const note = placed ? (moves.bySettings > 0 ? t('movesByMiddle') : null) : t('movesNote');
  return (
    <section className={styles.moves} aria-label={t('moves.title')}>
      <h3>{t('moves.title')}</h3>
      <dl>
        {shown.map((part) => (
          <div key={part}>
            <dt>{t(`moves.${part}`)}</dt>
            <dd>{figures.count(moves[part])}</dd>
            <dd className={styles.quiet}>
              {part === 'came' || part === 'left' || moves.both === 0
                ? ''
                : figures.share(moves[part] / moves.both)}
            </dd>
          </div>
        ))}
      </dl>
      {note === null ? null : <p className={styles.about}>{note}</p>}
    </section>
  );
}
