// The wizard's last line: how much was checked, what still needs an answer, and the button that imports.
import { IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { CheckReport } from '../../../shared/model/check.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import { Button, Checkbox, Progress, useFigures } from '../../ui/index.ts';
import styles from './import.module.css';
import type { Checked } from './useChecks.ts';

export interface ImportFooterProps {
  readonly inspection: Inspection | null;
  /** The check of all rows of the shown file. */
  readonly checked: Checked | undefined;
  readonly remember: boolean;
  readonly onRemember: (remember: boolean) => void;
  readonly files: number;
  /** Files that lack an answer or a role, or are known already. */
  readonly open: number;
  /** The only file cannot be read: there is nothing to answer. */
  readonly refused: boolean;
  /** A file is being read, or read again. */
  readonly busy: boolean;
  /** Null on the first or last file. */
  readonly onBack: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onQuestion: () => void;
  readonly onCancel: () => void;
  readonly onImport: () => void;
}

function Totals({ report }: { readonly report: CheckReport }) {
  const t = useTranslations('wizard.check');
  const { loaded, rejected } = report.records;
  return (
    <>
      <span className={styles.checked} data-complete>
        <IconCircleCheck size={16} stroke={1.7} aria-hidden />
        {t('accepted', { count: loaded })}
      </span>
      {rejected > 0 ? (
        <span className={styles.rejected}>
          <IconExclamationCircle size={16} stroke={1.7} aria-hidden />
          {t('rejected', { count: rejected })}
        </span>
      ) : null}
    </>
  );
}

function Sofar({ inspection, checked }: Pick<ImportFooterProps, 'inspection' | 'checked'>) {
  const t = useTranslations('data.import');
  const w = useTranslations('wizard.check');
  const figures = useFigures();
  if (!inspection) return null;
  if (checked?.report) return <Totals report={checked.report} />;
  // Every column's `sampled` is the number of records that were looked at.
  const rows = inspection.columns[0]?.sampled ?? 0;
  return (
    <>
      <span className={styles.checked}>
        <IconInfoCircle size={16} stroke={1.7} aria-hidden />
        {t(inspection.complete ? 'checkedAll' : 'checkedPart', { count: rows })}
      </span>
      {checked?.running && !inspection.complete ? (
        <span className={styles.checkRun}>
          <Progress share={checked.share} label={w('running')} />
          {figures.share(checked.share, 0)}
        </span>
      ) : null}
    </>
  );
}

function useImportLabel({ checked, files }: ImportFooterProps): string {
  const t = useTranslations('data.import');
  const rows = checked?.report?.records.loaded ?? 0;
  // A number only where it is known: every row of the one file was checked.
  return files === 1 && rows > 0 ? t('runRows', { count: rows }) : t('runFiles', { count: files });
}

/** Ctrl Enter imports as soon as nothing is open. */
export function ImportFooter(props: ImportFooterProps) {
  const t = useTranslations('data.import');
  const w = useTranslations('wizard.layout');
  const label = useImportLabel(props);
  const { open, onImport, onQuestion, onBack, onNext, onCancel } = props;
  const act = props.refused ? null : open > 0 ? onQuestion : props.busy ? null : onImport;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act]);
  return (
    <footer className={styles.footer}>
      <Sofar inspection={props.inspection} checked={props.checked} />
      {props.inspection ? <span>{t('columnCount', { count: props.inspection.columns.length })}</span> : null}
      <span className={styles.nothingYet}>{t('nothingYet')}</span>
      <div className={styles.actions}>
        {open > 0 && !props.refused ? (
          <span className={styles.open}>{t('blocked', { count: open })}</span>
        ) : null}
        <Checkbox checked={props.remember} onChange={props.onRemember}>
          {w('remember')}
        </Checkbox>
        <Button variant="ghost" onClick={onCancel}>
          {t('cancel')}
        </Button>
        {onBack ? <Button onClick={onBack}>{t('back')}</Button> : null}
        {onNext ? <Button onClick={onNext}>{t('next')}</Button> : null}
        {open > 0 && !props.refused ? (
          <Button variant="primary" keys="Ctrl Enter" onClick={onQuestion}>
            {t('nextQuestion')}
          </Button>
        ) : (
          <Button
            variant="primary"
            keys="Ctrl Enter"
            disabled={props.busy || props.refused}
            onClick={onImport}
          >
            {label}
          </Button>
        )}
      </div>
    </footer>
  );
}
