// Every decision of the project, newest first; choosing one undoes or redoes up to it. Arrows move, Enter chooses.
import { IconArrowBackUp, IconPoint, IconPointFilled } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { HistoryEntry } from '../../../shared/model/project.ts';
import { Chip, Modal, useFigures } from '../../ui/index.ts';
import { useHistoryDetail, useHistoryLabel } from '../shell/historyLabel.ts';
import styles from './history.module.css';
import { standingAt } from './travel.ts';

export interface HistoryDialogProps {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** The project cannot be changed, or is on its way to another state. */
  readonly locked: boolean;
  /** A decision's id, or null for the start of the project. */
  readonly onTravel: (id: number | null) => void;
  readonly onClose: () => void;
}

type State = 'now' | 'done' | 'undone';

const ICONS = { now: IconPointFilled, done: IconPoint, undone: IconArrowBackUp } as const;

interface LineProps {
  readonly state: State;
  readonly label: string;
  readonly detail?: string;
  readonly time?: string;
  readonly locked: boolean;
  readonly onChoose: () => void;
}

function Line({ state, label, detail, time, locked, onChoose }: LineProps) {
  const t = useTranslations('shell.history');
  const StateIcon = ICONS[state];
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        data-state={state}
        data-first={state === 'now' || undefined}
        tabIndex={state === 'now' ? 0 : -1}
        aria-current={state === 'now' ? 'step' : undefined}
        aria-disabled={locked || undefined}
        onClick={() => (locked || state === 'now' ? undefined : onChoose())}
      >
        <StateIcon size={15} stroke={1.7} aria-hidden />
        <span className={styles.what}>
          {label}
          {detail ? <span className={styles.detail}> {detail}</span> : null}
        </span>
        {state === 'done' ? null : <Chip tone={state === 'now' ? 'accent' : 'outline'}>{t(state)}</Chip>}
        <span className={styles.time}>{time}</span>
      </button>
    </li>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const now = lines.findIndex((line) => line === document.activeElement);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  lines[Math.max(0, Math.min(lines.length - 1, next))]?.focus();
}

/** A window over the screen with the list of decisions. */
export function HistoryDialog({ entries, locked, onTravel, onClose }: HistoryDialogProps) {
  const t = useTranslations('shell.history');
  const labelOf = useHistoryLabel();
  const detailOf = useHistoryDetail();
  const figures = useFigures();
  const now = standingAt(entries);
  const dayOf = (entry: HistoryEntry | undefined): string => (entry ? figures.date(entry.at) : '');
  return (
    <Modal opened onClose={onClose} title={t('title')} widthPx={520}>
      <p className={styles.intro}>{entries.length === 0 ? t('empty') : t('intro')}</p>
      <ul className={styles.list} onKeyDown={moveFocus} aria-label={t('title')}>
        {entries.map((entry, index) => (
          <Fragment key={entry.id}>
            {dayOf(entry) === dayOf(entries[index - 1]) ? null : (
              <li className={styles.day}>{dayOf(entry)}</li>
            )}
            <Line
              state={index < now ? 'undone' : index === now ? 'now' : 'done'}
              label={labelOf(entry.label)}
              detail={detailOf(entry)}
              time={figures.time(entry.at)}
              locked={locked}
              onChoose={() => onTravel(entry.id)}
            />
          </Fragment>
        ))}
        <Line
          state={now === entries.length ? 'now' : 'done'}
          label={t('start')}
          locked={locked}
          onChoose={() => onTravel(null)}
        />
      </ul>
    </Modal>
  );
}
