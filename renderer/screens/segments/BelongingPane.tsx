// How firmly customers belong to their segment: silhouettes as a histogram, and the customers themselves, sortable.
import { useTranslations } from 'use-intl';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import {
  type BorderCustomer,
  type BorderSort,
  SEGMENT_COLOURS,
  type SegmentSummary,
  type SilhouetteBins,
} from '../../../shared/model/segmentation.ts';
import { HistogramPair } from '../../charts/index.ts';
import { useCustomerDialogs } from '../../customer/index.ts';
import {
  Button,
  Panel,
  SegmentGlyph,
  SimpleTable,
  type SortOrder,
  type TableColumn,
  useFigures,
} from '../../ui/index.ts';
import styles from './belonging.module.css';
import segmentStyles from './segments.module.css';

export interface BelongingPaneProps {
  readonly segmentId: number;
  readonly segments: readonly SegmentSummary[];
  /** Null where silhouettes are not known. */
  readonly bins: SilhouetteBins | null;
  readonly customers: readonly BorderCustomer[];
  readonly total: number;
  readonly sort: SortOrder;
  readonly onSort: (sort: SortOrder) => void;
  /** Null when the list grows no further. */
  readonly onMore: (() => void) | null;
}

const MISSING = '–';

function Silhouettes({
  segmentId,
  segments,
  bins,
}: Pick<BelongingPaneProps, 'segmentId' | 'segments' | 'bins'>) {
  const t = useTranslations('segments.belonging');
  const common = useTranslations('common.chart');
  const figures = useFigures();
  const own = bins?.segments.find((one) => one.segmentId === segmentId);
  const known = own?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  if (!bins || !own || known === 0) return <p className={segmentStyles.plain}>{t('unknown')}</p>;
  if (known < MIN_CUSTOMERS) return <p className={segmentStyles.plain}>{common('tooFew')}</p>;
  const colour = segments.find(({ id }) => id === segmentId)?.colour ?? 'other';
  const everyone = bins.edges
    .slice(1)
    .map((_, bin) => bins.segments.reduce((sum, { counts }) => sum + (counts[bin] ?? 0), 0));
  return (
    <>
      <HistogramPair
        name={t('silhouette')}
        edges={bins.edges}
        counts={own.counts}
        everyone={everyone}
        slot={SEGMENT_COLOURS.indexOf(colour)}
        format={(value) => figures.decimal(value)}
        summary={t('summary')}
        heightPx={72}
      />
      <p className={styles.note}>
        {t('negative', { count: own.negative, n: known })} {bins.sampled ? t('sampled', { n: bins.n }) : null}
      </p>
    </>
  );
}

function useColumns(segments: readonly SegmentSummary[]): readonly TableColumn<BorderCustomer>[] {
  const t = useTranslations('segments.belonging');
  const words = useTranslations('segments');
  const figures = useFigures();
  const number = (
    key: BorderSort,
    value: (one: BorderCustomer) => number | null,
  ): TableColumn<BorderCustomer> => ({
    key,
    header: t(key),
    align: 'end',
    sortable: true,
    cell: (one) => {
      const shown = value(one);
      return shown === null ? MISSING : figures.decimal(shown);
    },
  });
  return [
    {
      key: 'key',
      header: words('customer'),
      cell: ({ key }) => <span className={segmentStyles.raw}>{key}</span>,
    },
    number('silhouette', (one) => one.silhouette),
    number('margin', (one) => one.margin),
    number('distance', (one) => one.distance),
    {
      key: 'next',
      header: t('next'),
      cell: ({ nextSegmentId }) => {
        const next = segments.find(({ id }) => id === nextSegmentId);
        if (!next) return MISSING;
        return (
          <span className={styles.next} title={next.name}>
            <SegmentGlyph slot={SEGMENT_COLOURS.indexOf(next.colour)} size={15} label={next.name} />
            <span aria-hidden>{next.name}</span>
          </span>
        );
      },
    },
  ];
}

/** Histogram at the left, customers at the right; stacked when narrow. */
export function BelongingPane(props: BelongingPaneProps) {
  const { segments, customers, total, sort, onSort, onMore } = props;
  const t = useTranslations('segments.belonging');
  const words = useTranslations('segments');
  const openCustomer = useCustomerDialogs((dialogs) => dialogs.openCustomer);
  const columns = useColumns(segments);
  return (
    <Panel edge="top" title={t('title')} note={t('note')} className={segmentStyles.block ?? ''}>
      <div className={styles.columns}>
        <div>
          <h3 className={segmentStyles.histogramName}>{t('silhouette')}</h3>
          <Silhouettes {...props} />
        </div>
        <div className={styles.list}>
          <SimpleTable
            label={t('list')}
            columns={columns}
            rows={customers}
            rowKey={({ key }) => key}
            sort={sort}
            onSort={onSort}
            onOpen={({ key }) => openCustomer(key)}
            empty={words('noTypical')}
          />
          {onMore && customers.length < total ? (
            <Button variant="ghost" onClick={onMore}>
              {t('more', { shown: customers.length, total })}
            </Button>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
