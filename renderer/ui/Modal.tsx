// Dialogs on the browser's own <dialog>: focus trap, Esc and the backdrop come with it.
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Modal.module.css';

const WANTED_FIELD = '[data-body] [data-first]';
const FIRST_FIELD = '[data-body] :is(input, select, textarea), [data-foot] button:last-child';

export interface ModalProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, right-aligned at the bottom. */
  readonly footer?: ReactNode;
  readonly widthPx?: number;
}

/** A dialog over the window; closes by Esc, the cross or a click on the backdrop. */
export function Modal({ opened, onClose, title, children, footer, widthPx = 480 }: ModalProps) {
  const t = useTranslations('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!opened || !element || element.open) return;
    const before = document.activeElement;
    element.showModal();
    // The browser would focus the cross; the first field is where the work starts.
    const first =
      element.querySelector<HTMLElement>(WANTED_FIELD) ?? element.querySelector<HTMLElement>(FIRST_FIELD);
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
    // Taken out of the page, the dialog gives the focus back to nobody.
    return () => {
      if (element.isConnected || document.activeElement !== document.body) return;
      const back = before?.isConnected ? before : document.querySelector('main');
      if (back instanceof HTMLElement) back.focus();
    };
  }, [opened]);
  if (!opened) return null;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      style={{ width: widthPx }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon={IconX} label={t('close')} size={24} onClick={onClose} />
      </header>
      <div className={styles.body} data-body>
        {children}
      </div>
      {footer ? (
        <footer className={styles.foot} data-foot>
          {footer}
        </footer>
      ) : null}
    </dialog>
  );
}

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb and its noun: “Delete 3 actions”. */
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirmLabel,
  danger,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const t = useTranslations('common');
  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Modal opened={opened} onClose={onClose} title={title} footer={footer} widthPx={420}>
      {children}
    </Modal>
  );
}
