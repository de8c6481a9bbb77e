// A table of what became of each segment: kept, split, merged, new, gone.
import { useTranslations } from 'use-intl';
import type { LineageSegment, SegmentLineage } from '../../../shared/model/lineage.ts';
import { SEGMENT_COLOURS } from '../../../shared/model/segmentation.ts';
import { SegmentGlyph, SimpleTable, type TableColumn, useFigures } from '../../ui/index.ts';
import styles from './lineage.module.css';

type Fate = SegmentLineage['fates'][number];

function Segments({ list }: { readonly list: readonly LineageSegment[] }) {
  const figures = useFigures();
  if (list.length === 0) return <span aria-hidden>–</span>;
  return (
    <ul className={styles.segments}>
      {list.map(({ id, colour, name, customers }) => (
        <li key={id}>
          <SegmentGlyph slot={SEGMENT_COLOURS.indexOf(colour)} size={15} label="" />
          {name} <span className={styles.quiet}>{figures.count(customers)}</span>
        </li>
      ))}
    </ul>
  );
}

export function LineageFates({ fates }: Pick<SegmentLineage, 'fates'>) {
  const t = useTranslations('segments.lineage');
  const columns: readonly TableColumn<Fate>[] = [
    { key: 'kind', header: t('what'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'from', header: t('before'), cell: ({ from }) => <Segments list={from} /> },
    { key: 'to', header: t('now'), cell: ({ to }) => <Segments list={to} /> },
    {
      key: 'stayed',
      header: t('stayed'),
      align: 'end',
      cell: ({ stayed, from }) =>
        stayed === null ? '' : t('stayedOf', { count: stayed, all: from[0]?.customers ?? 0 }),
    },
  ];
  return (
    <SimpleTable
      label={t('title')}
      columns={columns}
      rows={fates}
      rowKey={({ kind, from, to }) => `${kind} ${[...from, ...to].map(({ id }) => id).join(' ')}`}
    />
  );
}
