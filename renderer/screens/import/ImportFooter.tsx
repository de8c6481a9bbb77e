// The wizard's last line: how much was checked, what still needs an answer, and the button that imports.
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Inspection } from '../../../shared/model/source.ts';
import { Button } from '../../ui/index.ts';
import styles from './import.module.css';

export interface ImportFooterProps {
  readonly inspection: Inspection | null;
  readonly files: number;
  /** Files that are being read, or lack an answer or a role. */
  readonly open: number;
  /** A file is being asked again. */
  readonly busy: boolean;
  /** Null on the first or last file. */
  readonly onBack: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onQuestion: () => void;
  readonly onCancel: () => void;
  readonly onImport: () => void;
}

function Checked({ inspection }: { readonly inspection: Inspection | null }) {
  const t = useTranslations('data.import');
  if (!inspection) return null;
  // Every column's `sampled` is the number of records that were looked at.
  const rows = inspection.columns[0]?.sampled ?? 0;
  const Mark = inspection.complete ? IconCircleCheck : IconInfoCircle;
  return (
    <>
      <span className={styles.checked} data-complete={inspection.complete || undefined}>
        <Mark size={16} stroke={1.7} aria-hidden />
        {t(inspection.complete ? 'checkedAll' : 'checkedPart', { count: rows })}
      </span>
      <span>{t('columnCount', { count: inspection.columns.length })}</span>
    </>
  );
}

function useImportLabel({ inspection, files }: ImportFooterProps): string {
  const t = useTranslations('data.import');
  const rows = inspection?.preview.some(({ reject }) => reject) ? 0 : (inspection?.columns[0]?.sampled ?? 0);
  // A number only where it is known: the whole file was checked and nothing in it is rejected.
  return files === 1 && inspection?.complete && rows > 0
    ? t('runRows', { count: rows })
    : t('runFiles', { count: files });
}

/** Ctrl Enter imports as soon as nothing is open. */
export function ImportFooter(props: ImportFooterProps) {
  const t = useTranslations('data.import');
  const label = useImportLabel(props);
  const { open, onImport, onQuestion, onBack, onNext, onCancel } = props;
  const act = open > 0 ? onQuestion : props.busy ? null : onImport;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act]);
  return (
    <footer className={styles.footer}>
      <Checked inspection={props.inspection} />
      <span className={styles.nothingYet}>{t('nothingYet')}</span>
      <div className={styles.actions}>
        {open > 0 ? <span className={styles.open}>{t('blocked', { count: open })}</span> : null}
        <Button variant="ghost" onClick={onCancel}>
          {t('cancel')}
        </Button>
        {onBack ? <Button onClick={onBack}>{t('back')}</Button> : null}
        {onNext ? <Button onClick={onNext}>{t('next')}</Button> : null}
        {open > 0 ? (
          <Button variant="primary" keys="Ctrl Enter" onClick={onQuestion}>
            {t('nextQuestion')}
          </Button>
        ) : (
          <Button variant="primary" keys="Ctrl Enter" disabled={props.busy} onClick={onImport}>
            {label}
          </Button>
        )}
      </div>
    </footer>
  );
}
