// What became of the segments that were in use before: kept, split, merged, new, gone.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  type LineageSegment,
  SEGMENT_COLOURS,
  type SegmentLineage,
} from '../../../shared/model/segmentation.ts';
import {
  LinkButton,
  Modal,
  SegmentGlyph,
  SimpleTable,
  type TableColumn,
  useFigures,
} from '../../ui/index.ts';
import styles from './lineage.module.css';

type Fate = SegmentLineage['fates'][number];
const KINDS = ['kept', 'split', 'merged', 'born', 'died'] as const;

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

function useColumns(): readonly TableColumn<Fate>[] {
  const t = useTranslations('segments.lineage');
  return [
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
}

/** One line under the list of segments; opens the whole report. */
export function LineagePane({ lineage }: { readonly lineage: SegmentLineage }) {
  const t = useTranslations('segments.lineage');
  const columns = useColumns();
  const [opened, setOpened] = useState(false);
  const counts = KINDS.flatMap((kind) => {
    const count = lineage.fates.filter((fate) => fate.kind === kind).length;
    return count > 0 ? [t(`counts.${kind}`, { count })] : [];
  });
  return (
    <div className={styles.line}>
      <p>
        {t('since')} {counts.join(', ')}
      </p>
      <LinkButton onClick={() => setOpened(true)}>{t('open')}</LinkButton>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('title')} widthPx={760}>
        <p className={styles.about}>{t('about', { n: lineage.customersInBoth })}</p>
        <SimpleTable
          label={t('title')}
          columns={columns}
          rows={lineage.fates}
          rowKey={({ kind, from, to }) => `${kind} ${[...from, ...to].map(({ id }) => id).join(' ')}`}
        />
      </Modal>
    </div>
  );
}
