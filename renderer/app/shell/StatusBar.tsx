// The bottom line: how many, as of when, saved when, and the promise.
import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFigures } from '../../ui/index.ts';
import styles from './Shell.module.css';
import type { ShellView } from './view.ts';

/** Status of the project and the window. */
export function StatusBar({ view }: { readonly view: ShellView }) {
  const t = useTranslations('shell');
  const figures = useFigures();
  const { project } = view;
  return (
    <footer className={styles.status} aria-label={t('statusBar')}>
      {project === null ? (
        <span>{t('noProject')}</span>
      ) : (
        <>
          <span>{t('customers', { count: project.customers })}</span>
          <span>{t('orders', { count: project.orders })}</span>
          {project.snapshot ? <span>{t('snapshot', { date: figures.date(project.snapshot) })}</span> : null}
        </>
      )}
      <span className={styles.statusEnd}>
        {view.connection === 'open' ? null : <span>{t('connecting')}</span>}
        {project?.readOnly ? <span>{t('readOnly')}</span> : null}
        {project && !project.readOnly ? (
          <span>{t('saved', { time: figures.time(project.savedAt) })}</span>
        ) : null}
        <span className={styles.promise}>
          <IconLock size={13} stroke={1.6} aria-hidden />
          {t('offline')}
        </span>
      </span>
    </footer>
  );
}
