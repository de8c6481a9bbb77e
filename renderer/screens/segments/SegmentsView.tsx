// The screen laid out: list at the left, the open segment beside it. Everything it shows comes by props.
import type { ReactNode } from 'react';
import { SplitPane } from '../../ui/index.ts';
import { SegmentList, type SegmentListProps } from './SegmentList.tsx';
import styles from './segments.module.css';

export interface SegmentsViewProps {
  readonly list: SegmentListProps;
  /** Below the list: what became of the segments before. */
  readonly lineage?: ReactNode;
  /** Above both, e.g. that customers changed since. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** List and detail. */
export function SegmentsView({ list, lineage, notice, children }: SegmentsViewProps) {
  return (
    <div className={styles.screen}>
      {notice}
      <SplitPane side="start" widthPx={224} maxPx={400} aside={<SegmentList {...list} foot={lineage} />}>
        {children}
      </SplitPane>
    </div>
  );
}
