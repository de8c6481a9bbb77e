// The frame around every screen: title bar, rail, content, status bar.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../../ui/index.ts';
import { PlaceNotices } from './PlaceNotices.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import type { ShellParts } from './view.ts';

/** Draws the frame; knows no engine. */
export function Shell({ view, actions, children }: ShellParts & { readonly children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('skipToContent')}
      </a>
      <TitleBar view={view} actions={actions} />
      <Rail view={view} actions={actions} />
      <main className={styles.content} id="content" tabIndex={-1}>
        {view.connection === 'lost' ? <Banner tone="warn">{t('lost')}</Banner> : null}
        {view.project ? <PlaceNotices project={view.project} actions={actions} /> : null}
        {children}
      </main>
      <StatusBar view={view} />
    </div>
  );
}
