// The import itself: each file with its progress, then with read = loaded + rejected + blank, or why it failed.
import { IconCircleCheck, IconCircleDashed, IconExclamationCircle, IconLoader2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../../app/index.ts';
import { RecordsLine } from '../../intake/index.ts';
import { Button, Panel, Progress, useFigures } from '../../ui/index.ts';
import styles from './import.module.css';
import type { RunItem } from './useImportRun.ts';

export interface RunListProps {
  readonly items: readonly RunItem[];
  readonly running: boolean;
  /** Of the file being imported, 0..1. */
  readonly share: number;
  readonly onCancel: () => void;
  readonly onBack: () => void;
  readonly onData: () => void;
}

const MARKS = {
  waiting: IconCircleDashed,
  stopped: IconCircleDashed,
  running: IconLoader2,
  done: IconCircleCheck,
  failed: IconExclamationCircle,
} as const;

function State({ item, share }: { readonly item: RunItem; readonly share: number }) {
  const t = useTranslations('data.import.running');
  const errorText = useErrorText();
  const figures = useFigures();
  switch (item.state) {
    case 'running':
      return (
        <span className={styles.runProgress}>
          <Progress share={share} label={item.fileName} />
          <span>{t('working', { share: figures.share(share, 0) })}</span>
        </span>
      );
    case 'done':
      return item.records ? <RecordsLine records={item.records} /> : <span>{t('finished')}</span>;
    case 'failed':
      return <span role="alert">{item.error ? errorText(item.error) : null}</span>;
    default:
      return <span>{t(item.state)}</span>;
  }
}

/** Files being imported one after another. */
export function RunList({ items, running, share, onCancel, onBack, onData }: RunListProps) {
  const t = useTranslations('data.import');
  const incomplete = !running && items.some(({ state }) => state !== 'done');
  return (
    <Panel
      title={incomplete ? t('running.incomplete') : t('running.title')}
      note={running ? t('running.note') : null}
    >
      <ul className={styles.run} aria-live="polite">
        {items.map((item) => {
          const Mark = MARKS[item.state];
          return (
            <li key={item.id} data-state={item.state}>
              <Mark size={18} stroke={1.6} aria-hidden />
              <b>{item.fileName}</b>
              <State item={item} share={share} />
            </li>
          );
        })}
      </ul>
      <div className={styles.runActions}>
        {running ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
        {incomplete ? <Button onClick={onBack}>{t('running.backToFiles')}</Button> : null}
        {running ? null : (
          <Button variant="primary" onClick={onData}>
            {t('running.toData')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
