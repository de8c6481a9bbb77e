// When what happens, by channel. A bar opens its action below.
import {
  IconBuildingStore,
  IconDeviceMobileMessage,
  IconMail,
  IconMailbox,
  IconPhone,
  type Icon,
} from '@tabler/icons-react';
import { useLocale, useTranslations } from 'use-intl';
import { useMemo } from 'react';
import type { CampaignAction } from '../../../shared/model/campaign.ts';
import type { ActionChannel } from '../../../shared/model/playbook.ts';
import { SegmentGlyph, segmentStyle, useFigures } from '../../ui/index.ts';
import type { FindSegment } from './planSegments.ts';
import { layOut, type TimelineBar, type TimelineRow } from './timeline.ts';
import styles from './timeline.module.css';

export const CHANNEL_ICONS: Readonly<Record<ActionChannel, Icon>> = {
  email: IconMail,
  post: IconMailbox,
  phone: IconPhone,
  sms: IconDeviceMobileMessage,
  inStore: IconBuildingStore,
};

export interface TimelinePaneProps {
  readonly actions: readonly CampaignAction[];
  readonly openId: number | null;
  readonly onOpen: (actionId: number) => void;
  readonly segmentOf: FindSegment;
}

const LANE_PX = 28;

function Bar({
  bar,
  openId,
  onOpen,
  segmentOf,
}: Omit<TimelinePaneProps, 'actions'> & { readonly bar: TimelineBar }) {
  const t = useTranslations('campaigns');
  const channels = useTranslations('exports.channel');
  const figures = useFigures();
  const { action, start, length, lane } = bar;
  const { name, slot } = segmentOf(action.segmentId);
  const mark = segmentStyle(slot);
  const { reach: reached, reachAssumed } = action.figures;
  const what = {
    offer: action.offer,
    segment: name,
    channel: channels(action.channel),
    from: figures.date(action.startDate),
    to: figures.date(action.endDate),
  };
  const reach = reachAssumed ? '–' : figures.count(reached);
  const said = reachAssumed ? t('barAssumed', what) : t('bar', { ...what, reach });
  return (
    <button
      type="button"
      className={styles.bar}
      aria-label={said}
      aria-pressed={action.id === openId}
      title={said}
      onClick={() => onOpen(action.id)}
      style={{
        insetInlineStart: `${start * 100}%`,
        width: `${length * 100}%`,
        top: lane * LANE_PX,
        '--mark': `var(${mark.fill})`,
        '--tint': `var(${mark.tint})`,
      }}
    >
      <SegmentGlyph slot={slot} size={15} />
      <span className={styles.offer}>{action.offer}</span>
      <span className={styles.reach}>{reach}</span>
    </button>
  );
}

function Row({ row, ticks, ...props }: RowProps) {
  const channels = useTranslations('exports.channel');
  const ChannelIcon = CHANNEL_ICONS[row.channel];
  return (
    <li className={styles.row}>
      <span className={styles.channel}>
        <ChannelIcon size={16} stroke={1.5} aria-hidden />
        <span>{channels(row.channel)}</span>
      </span>
      <div className={styles.lanes} style={{ height: row.lanes * LANE_PX }}>
        {ticks.map((tick) => (
          <i key={tick.day} style={{ insetInlineStart: `${tick.at * 100}%` }} />
        ))}
        {row.bars.map((bar) => (
          <Bar key={bar.action.id} bar={bar} {...props} />
        ))}
      </div>
    </li>
  );
}

interface RowProps extends Omit<TimelinePaneProps, 'actions'> {
  readonly row: TimelineRow;
  readonly ticks: readonly { readonly day: string; readonly at: number }[];
}

/** `12 Jan`: English without a country would put the month first. */
function useShortDay(): (day: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const calendar = locale === 'en' ? 'en-GB' : locale;
    const format = new Intl.DateTimeFormat(calendar, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return (day) => format.format(new Date(`${day}T00:00:00Z`));
  }, [locale]);
}

/** A calendar in weeks, one row per channel. */
export function TimelinePane({ actions, ...props }: TimelinePaneProps) {
  const t = useTranslations('campaigns');
  const shortDay = useShortDay();
  const timeline = layOut(actions);
  if (!timeline) return null;
  const { ticks, rows } = timeline;
  return (
    <section className={styles.timeline} data-pane tabIndex={-1} aria-label={t('timeline')}>
      <div className={styles.head} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick.day} style={{ insetInlineStart: `${tick.at * 100}%` }}>
            {shortDay(tick.day)}
          </span>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <Row key={row.channel} row={row} ticks={ticks} {...props} />
        ))}
      </ul>
    </section>
  );
}
