// Empty, error, banner, progress and toast: the states that are designed, not left over.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconInfoCircle,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './IconButton.tsx';
import styles from './panes.module.css';

export interface EmptyStateProps {
  readonly icon?: Icon;
  readonly title: string;
  /** What is missing, and which step brings it. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Nothing here yet: what is missing and the one next action. */
export function EmptyState({ icon: IconMark, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      {IconMark ? <IconMark size={28} stroke={1.4} aria-hidden /> : null}
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {actions ? <div className={styles.stateActions}>{actions}</div> : null}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened. */
  readonly title: string;
  /** Where, what was kept, what can be done. */
  readonly children?: ReactNode;
  /** The error's code, for a support message. */
  readonly code?: string;
  readonly actions?: ReactNode;
}

/** Something failed: what, where, what was kept, one action. */
export function ErrorState({ title, children, code, actions }: ErrorStateProps) {
  return (
    <div className={styles.state} data-tone="bad" role="alert">
      <IconExclamationCircle size={28} stroke={1.4} aria-hidden />
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {code ? <span className={styles.code}>{code}</span> : null}
      {actions ? <div className={styles.stateActions}>{actions}</div> : null}
    </div>
  );
}

export type NoticeTone = 'neutral' | 'ok' | 'warn' | 'bad';
const ICONS: Readonly<Record<NoticeTone, Icon>> = {
  neutral: IconInfoCircle,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconExclamationCircle,
};

export interface BannerProps {
  readonly tone?: NoticeTone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** One line across a pane: what is so, and what can be done about it. */
export function Banner({ tone = 'neutral', children, actions, onDismiss }: BannerProps) {
  const t = useTranslations('common');
  const IconMark = ICONS[tone];
  return (
    <div className={styles.banner} data-tone={tone} role="status">
      <IconMark size={16} stroke={1.7} aria-hidden />
      <div>{children}</div>
      <div className={styles.actions}>
        {actions}
        {onDismiss ? <IconButton icon={IconX} label={t('dismiss')} size={24} onClick={onDismiss} /> : null}
      </div>
    </div>
  );
}

/** Progress 0..1, or busy without a known end when `share` is null. */
export function Progress({ share, label }: { readonly share: number | null; readonly label: string }) {
  return (
    <span
      className={styles.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      data-busy={share === null || undefined}
    >
      <span
        className={styles.progressFill}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </span>
  );
}

export interface ToastView {
  readonly id: string;
  readonly tone: NoticeTone;
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

/** Messages that appear at the bottom right and are announced; the owner removes them. */
export function Toasts({
  toasts,
  onDismiss,
}: {
  readonly toasts: readonly ToastView[];
  readonly onDismiss: (id: string) => void;
}) {
  const t = useTranslations('common');
  return (
    <div className={styles.toasts} role="log" aria-live="polite" aria-label={t('messages')}>
      {toasts.map((toast) => {
        const IconMark = ICONS[toast.tone];
        return (
          <div key={toast.id} className={styles.toast} data-tone={toast.tone}>
            <IconMark size={16} stroke={1.7} aria-hidden />
            <div className={styles.toastText}>{toast.text}</div>
            {toast.action}
            <IconButton icon={IconX} label={t('dismiss')} size={24} onClick={() => onDismiss(toast.id)} />
          </div>
        );
      })}
    </div>
  );
}
