// The left pane: what this is, the ways to start, and the promise.
import { IconFile, IconFolderOpen, IconInfoCircle, IconLock, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Logo } from '../../app/shell/Logo.tsx';
import { Button } from '../../ui/index.ts';
import styles from './home.module.css';

export interface StartPaneProps {
  readonly version: string;
  readonly onNew: () => void;
  readonly onOpen: () => void;
}

/** New, open, and the notes on privacy, files and version. */
export function StartPane({ version, onNew, onOpen }: StartPaneProps) {
  const t = useTranslations('home');
  const shell = useTranslations('shell');
  return (
    <section className={styles.start} data-pane tabIndex={-1} aria-label={t('start')}>
      <div className={styles.brand}>
        <Logo size={42} coloured />
        <h1>{shell('product')}</h1>
      </div>
      <p className={styles.slogan}>{t('slogan')}</p>
      <div className={styles.startButtons}>
        <Button variant="primary" icon={IconPlus} keys="Ctrl N" wide onClick={onNew}>
          {shell('newProject')}
        </Button>
        <Button icon={IconFolderOpen} keys="Ctrl O" wide onClick={onOpen}>
          {shell('openProject')}
        </Button>
      </div>
      <ul className={styles.promises}>
        <li>
          <IconLock size={15} stroke={1.6} aria-hidden />
          {t('noAccount')}
        </li>
        <li>
          <IconFile size={15} stroke={1.6} aria-hidden />
          {t('oneFile')}
        </li>
        <li>
          <IconInfoCircle size={15} stroke={1.6} aria-hidden />
          {t('version', { version })}
        </li>
      </ul>
    </section>
  );
}
