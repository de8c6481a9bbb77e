// One tab per segment, with the persona's name; arrows move between them.
import { IconAlertTriangle } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Persona } from '../../../shared/model/persona.ts';
import { SEGMENT_COLOURS, type SegmentSummary } from '../../../shared/model/segmentation.ts';
import { SegmentGlyph, VisuallyHidden } from '../../ui/index.ts';
import { fadingPhrases } from './evidenceRows.ts';
import styles from './personas.module.css';

/** A segment and its persona, if one was drafted. */
export interface Seat {
  readonly segment: SegmentSummary;
  readonly persona: Persona | null;
}

export interface PersonaTabsProps {
  readonly seats: readonly Seat[];
  readonly openId: number;
  readonly onOpen: (segmentId: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function Tab({
  seat,
  open,
  onOpen,
}: {
  readonly seat: Seat;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const t = useTranslations('personas');
  const { segment, persona } = seat;
  const fading = persona ? fadingPhrases(persona).length : 0;
  return (
    <button
      type="button"
      role="tab"
      className={styles.tab}
      aria-selected={open}
      tabIndex={open ? 0 : -1}
      data-empty={persona ? undefined : true}
      title={segment.name}
      onClick={onOpen}
    >
      <SegmentGlyph slot={SEGMENT_COLOURS.indexOf(segment.colour)} />
      <span>{persona?.name ?? segment.name}</span>
      {persona ? null : <VisuallyHidden>{t('notDrafted')}</VisuallyHidden>}
      {fading > 0 ? (
        <IconAlertTriangle size={14} stroke={1.8} aria-label={t('fadingCount', { count: fading })} />
      ) : null}
    </button>
  );
}

/** The tabs of the screen. */
export function PersonaTabs({ seats, openId, onOpen }: PersonaTabsProps) {
  const t = useTranslations('personas');
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = seats.findIndex((seat) => seat.segment.id === openId);
    const next = (at + step + seats.length) % seats.length;
    const seat = seats[next];
    if (!seat) return;
    onOpen(seat.segment.id);
    const tab = event.currentTarget.children.item(next);
    if (tab instanceof HTMLElement) tab.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('tabs')} onKeyDown={onKeyDown}>
      {seats.map((seat) => (
        <Tab
          key={seat.segment.id}
          seat={seat}
          open={seat.segment.id === openId}
          onOpen={() => onOpen(seat.segment.id)}
        />
      ))}
    </div>
  );
}
