// How well each segment comes back when the customers are drawn again, and from how many customers that is known.
import { useTranslations } from 'use-intl';
import type { SegmentStability } from '../../../shared/model/segmentation.ts';
import { Meter, Panel, SegmentGlyph, SimpleTable, useFigures, WhyDisclosure } from '../../ui/index.ts';
import styles from './explore.module.css';

export interface StabilityRow {
  readonly key: string;
  readonly slot: number;
  readonly name: string;
  /** Null for a merged segment. */
  readonly jaccard: number | null;
}

export interface StabilityPaneProps {
  /** Null where it was not measured. */
  readonly stability: SegmentStability | null;
  readonly rows: readonly StabilityRow[];
}

/** Hennig (2007): from here on a segment holds, and below the other one it dissolves. */
const HOLDS = 0.75;
const DOUBTFUL = 0.6;
const DASH = '–';

function Why({ stability }: { readonly stability: SegmentStability }) {
  const t = useTranslations('explore.stability');
  const figures = useFigures();
  const { resamples, drawn, placed, ari } = stability;
  return (
    <WhyDisclosure
      why={{
        text: t('why'),
        inputs: [
          { name: t('resamples'), value: figures.count(resamples) },
          { name: t('drawn'), value: figures.count(drawn) },
          { name: t('placed'), value: figures.count(placed) },
          { name: t('ari'), value: figures.decimal(ari) },
        ],
        source: t('note'),
      }}
    />
  );
}

function Held({ value }: { readonly value: number | null }) {
  const t = useTranslations('explore.stability');
  const figures = useFigures();
  if (value === null) return <span title={t('merged')}>{DASH}</span>;
  const text = figures.decimal(value);
  return (
    <span className={styles.scored}>
      {text}
      <Meter
        share={value}
        tick={HOLDS}
        label={`${t('column')} ${text}`}
        heightPx={3}
        tone={value < HOLDS ? 'muted' : 'ink'}
      />
    </span>
  );
}

/** One line per segment; nothing for segments that nobody searched for. */
export function StabilityPane({ stability, rows }: StabilityPaneProps) {
  const t = useTranslations('explore.stability');
  if (!stability || rows.length === 0) return null;
  const known = rows.flatMap(({ jaccard }) => jaccard ?? []);
  const doubtful = known.filter((value) => value < DOUBTFUL).length;
  return (
    <Panel
      edge="top"
      padded={false}
      className={styles.test ?? ''}
      title={t('title')}
      actions={<Why stability={stability} />}
    >
      <SimpleTable
        label={t('title')}
        columns={[
          {
            key: 'segment',
            header: t('segment'),
            cell: ({ slot, name }) => (
              <span className={styles.named}>
                <SegmentGlyph slot={slot} size={14} /> {name}
              </span>
            ),
          },
          {
            key: 'jaccard',
            header: t('column'),
            align: 'end',
            cell: ({ jaccard }) => <Held value={jaccard} />,
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <p className={styles.reason}>
        {t('from', { resamples: stability.resamples, n: stability.drawn })}{' '}
        {doubtful > 0 ? t('doubtful', { n: doubtful }) : null}
      </p>
    </Panel>
  );
}
