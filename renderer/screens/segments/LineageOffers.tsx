// Names, notes and personas of former segments that changed ones may take over: proposed, never done by itself, and no
// more when dismissed.
import { useTranslations } from 'use-intl';
import type { LineageProposal } from '../../../shared/model/lineage.ts';
import { SEGMENT_COLOURS } from '../../../shared/model/segmentation.ts';
import { Button, SegmentGlyph, SimpleTable, type TableColumn, VisuallyHidden } from '../../ui/index.ts';
import styles from './lineage.module.css';

export interface LineageOffersProps {
  readonly proposals: readonly LineageProposal[];
  /** What the segment is called now. */
  readonly nameOf: (segmentId: number) => string;
  readonly onTake: (proposal: LineageProposal) => void;
  /** Proposes it no more. */
  readonly onDismiss: (proposal: LineageProposal) => void;
}

export function LineageOffers({ proposals, nameOf, onTake, onDismiss }: LineageOffersProps) {
  const t = useTranslations('segments.lineage');
  const partsOf = ({ name, note, persona }: LineageProposal): string =>
    [
      ...(name === null ? [] : [t('parts.name')]),
      ...(note === null ? [] : [t('parts.note')]),
      ...(persona === null ? [] : [t('parts.persona', { name: persona })]),
    ].join(', ');
  const columns: readonly TableColumn<LineageProposal>[] = [
    {
      key: 'from',
      header: t('before'),
      cell: ({ from, reason }) => (
        <span className={styles.former}>
          <SegmentGlyph slot={SEGMENT_COLOURS.indexOf(from.colour)} size={15} label="" />
          {from.name} <span className={styles.quiet}>{t(`reasons.${reason}`)}</span>
        </span>
      ),
    },
    { key: 'to', header: t('now'), cell: ({ segmentId }) => nameOf(segmentId) },
    { key: 'parts', header: t('offer'), cell: partsOf },
    {
      key: 'take',
      header: '',
      align: 'end',
      cell: (proposal) => (
        <span className={styles.answers}>
          <Button size={24} onClick={() => onTake(proposal)}>
            {t('take')}
            <VisuallyHidden> {proposal.from.name}</VisuallyHidden>
          </Button>
          <Button size={24} variant="ghost" onClick={() => onDismiss(proposal)}>
            {t('dismiss')}
            <VisuallyHidden> {proposal.from.name}</VisuallyHidden>
          </Button>
        </span>
      ),
    },
  ];
  return (
    <section className={styles.offers} aria-label={t('offer')}>
      <h3>{t('offer')}</h3>
      <p className={styles.about}>
        {t('offerNote')} {t('same')}
      </p>
      <SimpleTable
        label={t('offer')}
        columns={columns}
        rows={proposals}
        rowKey={({ segmentId }) => String(segmentId)}
      />
    </section>
  );
}
