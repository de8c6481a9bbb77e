// One segment laid out: head, key figures, differences, rule, distributions, typical customers; scorecard at the side.
import {
  SEGMENT_COLOURS,
  type SegmentDetail,
  type SegmentSummary,
} from '../../../shared/model/segmentation.ts';
import type { EvidenceUnit } from '../../../shared/model/evidence.ts';
import type { ReactNode } from 'react';
import { SplitPane } from '../../ui/index.ts';
import { Differences } from './Differences.tsx';
import { Distributions } from './Distributions.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import type { WriteLevel } from '../../evidence/index.ts';
import { NotePane } from './NotePane.tsx';
import { RulePane } from './RulePane.tsx';
import { ScorecardPane } from './ScorecardPane.tsx';
import { SegmentHead, type SegmentHeadProps } from './SegmentHead.tsx';
import styles from './segments.module.css';
import { TypicalPane } from './TypicalPane.tsx';

export interface DetailViewProps extends Omit<SegmentHeadProps, 'segment'> {
  readonly segment: SegmentDetail;
  readonly segments: readonly SegmentSummary[];
  /** Jaccard similarity over resamples, 0..1; null where it was not measured. */
  readonly stability: number | null;
  readonly currency: string;
  readonly write: WriteLevel;
  readonly unitOf: (feature: string) => EvidenceUnit;
  readonly headerOf: (feature: string) => string | undefined;
  readonly onNote: (note: string) => void;
  readonly onForms: () => void;
  /** How firmly customers belong here, below the typical ones. */
  readonly belonging: ReactNode;
}

/** The detail with its inspector; the inspector stands below in a narrow window. */
export function DetailView(props: DetailViewProps) {
  const { segment, segments, write, unitOf, headerOf, currency } = props;
  const slot = SEGMENT_COLOURS.indexOf(segment.colour);
  const inspector = (
    <>
      <ScorecardPane segment={segment} segments={segments} stability={props.stability} />
      <NotePane key={segment.id} note={segment.note} onSave={props.onNote} />
    </>
  );
  return (
    <SplitPane aside={inspector} widthPx={272} minPx={240}>
      <div className={styles.detail}>
        <SegmentHead {...props} />
        <KeyFigures segment={segment} currency={currency} write={write} />
        <div className={styles.columns}>
          <Differences
            key={segment.id}
            name={segment.name}
            slot={slot}
            evidence={segment.evidence}
            write={write}
          />
          <div className={styles.second}>
            <RulePane
              rule={segment.rule}
              customers={segment.customers}
              slot={slot}
              unitOf={unitOf}
              write={write}
              onForms={props.onForms}
            />
            <Distributions histograms={segment.histograms} slot={slot} unitOf={unitOf} write={write} />
          </div>
        </div>
        <TypicalPane
          typical={segment.typical}
          features={segment.typicalFeatures}
          headerOf={headerOf}
          unitOf={unitOf}
          write={write}
        />
        {props.belonging}
      </div>
    </SplitPane>
  );
}
