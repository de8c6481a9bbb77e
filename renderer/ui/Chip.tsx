// Chips: a status in a word, a drafted mark, and a phrase's evidence. Icon and word always come together.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconInfoCircle,
  IconPencil,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './marks.module.css';

export type Tone = 'neutral' | 'outline' | 'accent' | 'ok' | 'warn' | 'bad';

const TONE_ICONS: Readonly<Partial<Record<Tone, Icon>>> = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconExclamationCircle,
};

export interface ChipProps {
  readonly tone?: Tone;
  /** Replaces the tone's own icon; null for none. */
  readonly icon?: Icon | null;
  readonly children: ReactNode;
}

/** A small filled label, e.g. “Mostly”, “Solution 3”, “Plan frozen”. */
export function Chip({ tone = 'neutral', icon, children }: ChipProps) {
  const IconMark = icon === undefined ? TONE_ICONS[tone] : icon;
  return (
    <span className={styles.chip} data-tone={tone}>
      {IconMark ? <IconMark size={13} stroke={1.8} aria-hidden /> : null}
      <span className={styles.chipText}>{children}</span>
    </span>
  );
}

/** Marks wording that was drafted by rules, not said by a customer. */
export function DraftedChip({ children }: { readonly children?: ReactNode }) {
  const t = useTranslations('common');
  return (
    <Chip tone="outline" icon={IconPencil}>
      {children ?? t('drafted')}
    </Chip>
  );
}

/** Icon and word without a background, for table cells: “Passed”, “Must fix”, “Fading”. */
export function StatusLabel({
  tone,
  children,
}: {
  readonly tone: 'neutral' | 'ok' | 'warn' | 'bad';
  readonly children: ReactNode;
}) {
  const IconMark = TONE_ICONS[tone] ?? IconInfoCircle;
  return (
    <span className={styles.status} data-tone={tone}>
      <IconMark size={15} stroke={1.7} aria-hidden />
      {children}
    </span>
  );
}

export interface EvidenceChipProps {
  /** Number of the evidence row it points to. */
  readonly number: number;
  /** Ready for reading, e.g. `n 1,179`. */
  readonly count?: string;
  readonly index?: string;
  readonly interval?: string;
  readonly fading?: boolean;
  readonly onOpen?: () => void;
}

/** The evidence behind a phrase: row number, n, index, interval; amber when its support fades. */
export function EvidenceChip({ number, count, index, interval, fading, onOpen }: EvidenceChipProps) {
  const t = useTranslations('common');
  const body = (
    <>
      <span className={styles.evidenceNumber}>{number}</span>
      {fading ? <IconAlertTriangle size={13} stroke={1.8} aria-label={t('fading')} /> : null}
      {count ? <span>{count}</span> : null}
      {index ? <b>{index}</b> : null}
      {interval ? <span>{interval}</span> : null}
    </>
  );
  if (!onOpen)
    return (
      <span className={styles.evidence} data-fading={fading || undefined}>
        {body}
      </span>
    );
  return (
    <button type="button" className={styles.evidence} data-fading={fading || undefined} onClick={onOpen}>
      {body}
    </button>
  );
}
