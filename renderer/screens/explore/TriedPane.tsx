// The numbers of segments that were tried, with their tests; the one that is shown says why.
import { useTranslations } from 'use-intl';
import { setsClasses } from '../../../shared/model/method.ts';
import type { Segmentation, TriedK } from '../../../shared/model/segmentation.ts';
import { Meter, Panel, SimpleTable, WhyDisclosure, useFigures, type TableColumn } from '../../ui/index.ts';
import { betterThan, closeCalls } from './closeCalls.ts';
import styles from './explore.module.css';
import { HIGHEST_K } from './settings.ts';

export interface TriedPaneProps {
  readonly segmentation: Segmentation;
  /** Every number tried for the same question, see triedAcross. */
  readonly tried: readonly TriedK[];
  /** The number that the next run is set to; null while it is a range. */
  readonly preparedK: number | null;
  /** Sets the next run to exactly this number. */
  readonly onPrepare: (k: number) => void;
}

const DASH = '–';

function useColumns({ segmentation, tried }: TriedPaneProps): readonly TableColumn<TriedK>[] {
  const t = useTranslations('explore.columns');
  const figures = useFigures();
  const best = Math.max(0.01, ...tried.map((one) => one.scores.silhouette?.value ?? 0));
  const decimal = (value: number | null, digits: number): string =>
    value === null ? DASH : figures.decimal(value, digits);
  const words = useTranslations('methods');
  const bic: readonly TableColumn<TriedK>[] = tried.some((one) => one.scores.bic !== undefined)
    ? [
        {
          key: 'bic',
          header: words('bic'),
          align: 'end',
          cell: ({ scores }) => (scores.bic === undefined ? DASH : figures.count(scores.bic)),
        },
      ]
    : [];
  return [
    {
      key: 'k',
      header: t('k'),
      cell: (one) => (one.k === segmentation.k ? <b>{figures.count(one.k)}</b> : figures.count(one.k)),
    },
    {
      key: 'separation',
      header: t('separation'),
      align: 'end',
      cell: ({ scores }) => (
        <span className={styles.scored}>
          {decimal(scores.silhouette?.value ?? null, 2)}
          <Meter
            share={(scores.silhouette?.value ?? 0) / best}
            label={`${t('separation')} ${decimal(scores.silhouette?.value ?? null, 2)}`}
            heightPx={3}
            tone={scores.silhouette?.value === best ? 'ink' : 'muted'}
          />
        </span>
      ),
    },
    ...bic,
    {
      key: 'ch',
      header: t('ch'),
      align: 'end',
      cell: ({ scores }) =>
        scores.calinskiHarabasz === null ? DASH : figures.count(scores.calinskiHarabasz),
    },
    { key: 'db', header: t('db'), align: 'end', cell: ({ scores }) => decimal(scores.daviesBouldin, 2) },
    { key: 'smallest', header: t('smallest'), align: 'end', cell: (one) => figures.share(one.smallestShare) },
    {
      key: 'inertia',
      header: t('inertia'),
      align: 'end',
      cell: ({ scores }) => figures.count(scores.inertia),
    },
  ];
}

function Why({ segmentation }: { readonly segmentation: Segmentation }) {
  const t = useTranslations('explore.tests');
  const words = useTranslations('explore');
  const figures = useFigures();
  const silhouette = segmentation.scores.silhouette;
  const basis = !silhouette
    ? undefined
    : silhouette.sampled
      ? t('sampled', { n: silhouette.n, error: figures.decimal(2 * silhouette.standardError, 3) })
      : t('exact', { n: silhouette.n });
  return (
    <WhyDisclosure
      label={words('whyTests')}
      why={{
        text: t('text'),
        formula: t('formula'),
        inputs: [
          { name: words('columns.ch'), value: t('ch') },
          { name: words('columns.db'), value: t('db') },
          { name: words('columns.inertia'), value: t('inertia') },
        ],
        ...(basis === undefined ? {} : { source: basis }),
      }}
    />
  );
}

/** A number outside the range, or from an earlier run, that separates better than the shown one. */
function Better({ segmentation, tried }: Pick<TriedPaneProps, 'segmentation' | 'tried'>) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const better = betterThan(tried, segmentation.k);
  if (better) {
    const value = figures.decimal(better.scores.silhouette?.value ?? 0);
    return better.k === 2 ? t('betterTwo', { value }) : t('betterK', { k: better.k, value });
  }
  const asked = segmentation.settings.k;
  const atEdge = typeof asked !== 'number' && segmentation.k === asked.to && asked.to < HIGHEST_K;
  return atEdge ? t('atEdge') : null;
}

function Reason({ segmentation, tried }: Pick<TriedPaneProps, 'segmentation' | 'tried'>) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const words = useTranslations('methods');
  if (setsClasses(segmentation.settings.method)) return <p className={styles.reason}>{words('setOut')}</p>;
  const better = <Better segmentation={segmentation} tried={tried} />;
  if (typeof segmentation.settings.k === 'number')
    return (
      <p className={styles.reason}>
        {tried.length > 1 ? t('fixedCompared') : t('fixedWhy')} {better}
      </p>
    );
  const close = closeCalls(tried, segmentation.k);
  const byBic = segmentation.scores.bic !== undefined;
  return (
    <p className={styles.reason}>
      <b>{byBic ? words('pickedByBic') : t('pickedWhy')}.</b>{' '}
      {!byBic && close.length > 0 ? t('closeCall', { list: close.map(figures.count).join(', ') }) : null}{' '}
      {better}
    </p>
  );
}

/** Table of tried k. Opening a row sets the next run to that number; running stays the analyst's decision. */
export function TriedPane(props: TriedPaneProps) {
  const { segmentation, tried, preparedK, onPrepare } = props;
  const t = useTranslations('explore');
  const columns = useColumns(props);
  const { k } = segmentation;
  return (
    <Panel
      padded={false}
      className={styles.test ?? ''}
      title={t('tried')}
      actions={<Why segmentation={segmentation} />}
    >
      <div className={styles.tried}>
        <SimpleTable
          label={t('tried')}
          columns={columns}
          rows={tried}
          rowKey={(one) => String(one.k)}
          selectedKey={String(preparedK ?? k)}
          onOpen={(one) => onPrepare(one.k)}
        />
      </div>
      {preparedK !== null && preparedK !== k ? (
        <p className={styles.reason}>{t('prepared', { k: preparedK })}</p>
      ) : (
        <Reason segmentation={segmentation} tried={tried} />
      )}
    </Panel>
  );
}
