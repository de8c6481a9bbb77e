// The segments in use with their customers and revenue; while merging, each can be ticked.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SEGMENT_COLOURS, type SegmentSummary } from '../../../shared/model/segmentation.ts';
import { Button, Checkbox, Meter, Panel, SegmentGlyph, useFigures } from '../../ui/index.ts';
import styles from './SegmentList.module.css';

export interface SegmentListProps {
  readonly foot?: ReactNode;
  readonly segments: readonly SegmentSummary[];
  readonly openId: number | null;
  readonly onOpen: (id: number) => void;
  readonly currency: string;
  /** Ids in the order in which they were ticked; null when nothing is being merged. */
  readonly merging: readonly number[] | null;
  readonly onMerging: (ids: readonly number[] | null) => void;
  readonly onMerge: (ids: readonly number[]) => void;
}

interface BarProps {
  readonly label: string;
  readonly share: number;
  readonly most: number;
  readonly slot?: number;
}

function Bar({ label, share, most, slot }: BarProps) {
  const figures = useFigures();
  return (
    <span className={styles.bar}>
      <Meter share={share / most} label={label} tone="muted" {...(slot === undefined ? {} : { slot })} />
      <span className={styles.figure}>{figures.share(share)}</span>
    </span>
  );
}

function Row({
  segment,
  most,
  open,
  ...props
}: SegmentListProps & { readonly segment: SegmentSummary; readonly most: number; readonly open: boolean }) {
  const t = useTranslations('segments');
  const figures = useFigures();
  const { name, share, revenueShare } = segment;
  const slot = SEGMENT_COLOURS.indexOf(segment.colour);
  const ticked = props.merging?.includes(segment.id) ?? false;
  const toggle = (): void => {
    const now = props.merging ?? [];
    props.onMerging(ticked ? now.filter((id) => id !== segment.id) : [...now, segment.id]);
  };
  return (
    <li
      className={styles.row}
      data-open={open || undefined}
      style={{ '--mark': `var(--s${slot < 8 ? segment.colour : 'O'})` }}
    >
      {props.merging ? (
        <span className={styles.tick}>
          <Checkbox checked={ticked} onChange={toggle} labelHidden={t('select', { name })}>
            {name}
          </Checkbox>
        </span>
      ) : null}
      <button
        type="button"
        className={styles.open}
        aria-current={open || undefined}
        onClick={() => (props.merging ? toggle() : props.onOpen(segment.id))}
      >
        <SegmentGlyph slot={slot} size={18} />
        <span className={styles.name} title={name}>
          {name}
        </span>
        <Bar
          label={t('shareCustomers', { name, share: figures.share(share) })}
          share={share}
          most={most}
          slot={slot}
        />
        {revenueShare === null ? null : (
          <Bar
            label={t('shareRevenue', { name, share: figures.share(revenueShare) })}
            share={revenueShare}
            most={most}
          />
        )}
      </button>
    </li>
  );
}

function MergeBar({ segments, merging, onMerging, onMerge }: SegmentListProps) {
  const t = useTranslations('segments');
  const common = useTranslations('common');
  if (!merging) return null;
  const first = segments.find((segment) => segment.id === merging[0]);
  const ready = merging.length >= 2;
  return (
    <div className={styles.merge}>
      <p>{first ? t('mergeHint', { name: first.name }) : t('mergeStart')}</p>
      <Button variant="primary" wide disabled={!ready} onClick={() => onMerge(merging)}>
        {ready ? t('mergeSelected', { count: merging.length }) : t('mergeOne')}
      </Button>
      <Button variant="ghost" wide onClick={() => onMerging(null)}>
        {common('cancel')}
      </Button>
    </div>
  );
}

function Totals({ segments, currency }: Pick<SegmentListProps, 'segments' | 'currency'>) {
  const t = useTranslations('segments');
  const figures = useFigures();
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  const revenue = segments.reduce((sum, segment) => sum + (segment.revenue ?? 0), 0);
  return (
    <dl className={styles.totals}>
      <dt>{t('total')}</dt>
      <dd>{figures.count(customers)}</dd>
      {segments.some((segment) => segment.revenue !== null) ? (
        <>
          <dt>{t('totalRevenue')}</dt>
          <dd>{figures.money(revenue, currency)}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** The left pane: one row per segment, totals, and the bar of a merge under way. */
export function SegmentList(props: SegmentListProps) {
  const { segments, openId } = props;
  const t = useTranslations('segments');
  const figures = useFigures();
  const most = Math.max(1e-9, ...segments.flatMap((segment) => [segment.share, segment.revenueShare ?? 0]));
  const withRevenue = segments.some((segment) => segment.revenueShare !== null);
  return (
    <Panel
      tone="sunken"
      padded={false}
      className={styles.pane ?? ''}
      title={t('title')}
      note={figures.count(segments.length)}
    >
      <p className={styles.legend} aria-hidden>
        <i data-of="customers" /> {t('customers')}
        {withRevenue ? <i data-of="revenue" /> : null} {withRevenue ? t('revenue') : null}
      </p>
      <ul>
        {segments.map((segment) => (
          <Row key={segment.id} {...props} segment={segment} most={most} open={segment.id === openId} />
        ))}
      </ul>
      <MergeBar {...props} />
      <Totals {...props} />
      {props.foot}
    </Panel>
  );
}
