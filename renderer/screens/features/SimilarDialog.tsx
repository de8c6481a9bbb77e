// Pairs of features that say nearly the same, strongest first.
import { useTranslations } from 'use-intl';
import type { SimilarFeatures, SimilarPair } from '../../../shared/model/feature.ts';
import { Modal, Select, SimpleTable, useFigures } from '../../ui/index.ts';
import styles from './define.module.css';

export interface SimilarDialogProps {
  readonly similar: SimilarFeatures;
  readonly labelOf: (name: string) => string;
  /** Weaker pairs are left out. */
  readonly least: number;
  readonly onLeast: (least: number) => void;
  readonly onClose: () => void;
}

/** Names that are the same in every language; the correlation ratio has one in each. */
const NAMED: Readonly<Record<Exclude<SimilarPair['measure'], 'eta' | 'etaRanks'>, string>> = {
  pearson: 'Pearson r',
  spearman: 'Spearman ρ',
  cramer: 'Cramér V',
};

const STRENGTHS = [0.9, 0.7, 0.5, 0.3] as const;
/** From here on two features say nearly the same. */
const SAME = 0.9;

export function SimilarDialog({ similar, labelOf, least, onLeast, onClose }: SimilarDialogProps) {
  const t = useTranslations('makeFeatures.similar');
  const figures = useFigures();
  return (
    <Modal opened onClose={onClose} title={t('title')} widthPx={680}>
      <div className={styles.section}>
        <Select
          label={t('least')}
          labelAt="before"
          value={String(least)}
          options={STRENGTHS.map((value) => ({ value: String(value), label: figures.decimal(value, 1) }))}
          onChange={(value) => onLeast(Number(value))}
        />
        <p className={styles.line}>
          {similar.pairs.length === 0
            ? t('none', { least: figures.decimal(least, 2) })
            : t(least < SAME ? 'weaker' : 'note')}
        </p>
        {similar.sampled ? <p className={styles.line}>{t('sampled', { count: similar.customers })}</p> : null}
        {similar.pairs.length === 0 ? null : (
          <SimpleTable
            label={t('title')}
            rows={similar.pairs}
            rowKey={({ first, second }) => `${first}\n${second}`}
            columns={[
              { key: 'first', header: t('first'), cell: ({ first }) => labelOf(first) },
              {
                key: 'second',
                header: t(least < SAME ? 'with' : 'second'),
                cell: ({ second }) => labelOf(second),
              },
              {
                key: 'measure',
                header: t('measure'),
                cell: ({ measure }) =>
                  measure === 'eta' || measure === 'etaRanks' ? t(measure) : NAMED[measure],
              },
              {
                key: 'strength',
                header: t('strength'),
                align: 'end',
                cell: ({ value }) => figures.decimal(value, 2),
              },
              { key: 'common', header: t('common'), align: 'end', cell: ({ n }) => figures.count(n) },
            ]}
          />
        )}
      </div>
    </Modal>
  );
}
