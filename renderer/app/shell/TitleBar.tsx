// Project and place on the left, undo and search in the middle, jobs, language and theme on the right.
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconChevronRight,
  IconHistory,
  IconMoon,
  IconSearch,
  IconSun,
  IconWorld,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { LOCALE_NAMES, LOCALES } from '../../../shared/i18n/locale.ts';
import { IconButton, KeyHint, Menu } from '../../ui/index.ts';
import { useHistoryLabel } from './historyLabel.ts';
import { JobTray } from './JobTray.tsx';
import { Logo } from './Logo.tsx';
import styles from './Shell.module.css';
import type { ShellParts } from './view.ts';

function ProjectMenu({ view, actions }: ShellParts) {
  const t = useTranslations('shell');
  const p = useTranslations('project');
  const trigger = (
    <button
      type="button"
      className={styles.project}
      aria-label={`${view.project?.name ?? t('product')}. ${t('projectMenu')}`}
    >
      <b>{view.project?.name ?? t('product')}</b>
      <IconChevronDown size={13} stroke={1.8} aria-hidden />
    </button>
  );
  const always = [
    { key: 'new', label: t('newProject'), keys: 'Ctrl N', onSelect: actions.newProject },
    { key: 'open', label: t('openProject'), keys: 'Ctrl O', onSelect: actions.openProject },
    { key: 'home', label: t('goHome'), divided: true, onSelect: actions.goHome },
  ];
  const rename = {
    key: 'rename',
    label: t('renameProject'),
    disabled: view.project?.readOnly ?? true,
    onSelect: actions.renameProject,
  };
  const copy = { key: 'copy', label: p('saveCopy'), onSelect: actions.saveCopy };
  const close = { key: 'close', label: t('closeProject'), onSelect: actions.closeProject };
  return <Menu trigger={trigger} items={view.project ? [...always, rename, copy, close] : always} />;
}

function Breadcrumb({ view }: Pick<ShellParts, 'view'>) {
  const t = useTranslations('shell');
  const words = [...(view.step ? [t(`steps.${view.step}`)] : []), ...view.trail];
  return words.map((word, index) => (
    <span key={word} className={styles.crumb} data-last={index === words.length - 1 || undefined}>
      <IconChevronRight size={13} stroke={1.8} aria-hidden />
      <span>{word}</span>
    </span>
  ));
}

function UndoButtons({ view, actions }: ShellParts) {
  const t = useTranslations('shell');
  const labelOf = useHistoryLabel();
  const { undo = null, redo = null } = view.project ?? {};
  return (
    <>
      <IconButton
        icon={IconArrowBackUp}
        label={undo ? t('undoNamed', { label: labelOf(undo) }) : t('undo')}
        aria-keyshortcuts="Control+Z"
        disabled={!undo}
        onClick={actions.undo}
      />
      <IconButton
        icon={IconArrowForwardUp}
        label={redo ? t('redoNamed', { label: labelOf(redo) }) : t('redo')}
        aria-keyshortcuts="Control+Shift+Z"
        disabled={!redo}
        onClick={actions.redo}
      />
      <IconButton
        icon={IconHistory}
        label={t('history.title')}
        aria-keyshortcuts="Control+H"
        disabled={!view.project}
        onClick={actions.openHistory}
      />
    </>
  );
}

function LanguageMenu({ view, actions }: ShellParts) {
  const t = useTranslations('shell');
  const trigger = (
    <button
      type="button"
      className={styles.language}
      aria-label={`${view.locale.slice(0, 2).toUpperCase()}. ${t('language')}: ${LOCALE_NAMES[view.locale]}`}
    >
      <IconWorld size={16} stroke={1.6} aria-hidden />
      {view.locale.slice(0, 2).toUpperCase()}
    </button>
  );
  return (
    <Menu
      trigger={trigger}
      align="end"
      items={LOCALES.map((locale) => ({
        key: locale,
        label: LOCALE_NAMES[locale],
        onSelect: () => actions.setLocale(locale),
      }))}
    />
  );
}

/** The 44 px bar on top of the window. */
export function TitleBar({ view, actions }: ShellParts) {
  const t = useTranslations('shell');
  return (
    <header className={styles.title}>
      <button type="button" className={styles.logo} aria-label={t('home')} onClick={actions.goHome}>
        <Logo size={26} />
      </button>
      <div className={styles.titleStart}>
        <ProjectMenu view={view} actions={actions} />
        <Breadcrumb view={view} />
      </div>
      <div className={styles.titleMiddle}>
        <UndoButtons view={view} actions={actions} />
        <button
          type="button"
          className={styles.search}
          aria-keyshortcuts="Control+K"
          onClick={actions.openPalette}
        >
          <IconSearch size={14} stroke={1.7} aria-hidden />
          <span>{t('search')}</span>
          <KeyHint keys="Ctrl K" />
        </button>
      </div>
      <div className={styles.titleEnd}>
        <JobTray jobs={view.jobs} onCancel={actions.cancelJob} />
        <LanguageMenu view={view} actions={actions} />
        <IconButton
          icon={view.theme === 'dark' ? IconMoon : IconSun}
          label={t(view.theme === 'dark' ? 'toLight' : 'toDark')}
          onClick={actions.toggleTheme}
        />
      </div>
    </header>
  );
}
