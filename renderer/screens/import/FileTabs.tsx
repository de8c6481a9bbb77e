// The wizard's files side by side, each with where it stands; arrows move between them.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconHelpCircle,
  IconLoader2,
  IconPlus,
  type Icon,
} from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../ui/index.ts';
import type { FileState } from './fileState.ts';
import styles from './import.module.css';

export interface FileTab {
  readonly id: string;
  readonly name: string;
  readonly state: FileState['state'];
}

export interface FileTabsProps {
  readonly files: readonly FileTab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly onAdd: () => void;
}

const ICONS: Readonly<Record<FileState['state'], Icon>> = {
  checking: IconLoader2,
  asks: IconHelpCircle,
  lacks: IconAlertTriangle,
  known: IconHelpCircle,
  ready: IconCircleCheck,
  failed: IconExclamationCircle,
};

function stepFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const next = tabs[tabs.findIndex((tab) => tab === document.activeElement) + step];
  next?.focus();
  next?.click();
}

/** A tab per file with its state as icon and word. */
export function FileTabs({ files, selected, onSelect, onAdd }: FileTabsProps) {
  const t = useTranslations('data');
  const w = useTranslations('wizard');
  return (
    <div className={styles.tabs}>
      <div role="tablist" aria-label={t('import.files')} className={styles.tabList} onKeyDown={stepFocus}>
        {files.map(({ id, name, state }) => {
          const Mark = ICONS[state];
          return (
            <button
              key={id}
              type="button"
              role="tab"
              className={styles.tab}
              aria-selected={id === selected}
              tabIndex={id === selected ? 0 : -1}
              data-state={state}
              title={name}
              onClick={() => onSelect(id)}
            >
              <Mark
                size={15}
                stroke={1.7}
                aria-label={state === 'known' ? w('known.state') : t(`import.fileState.${state}`)}
              />
              <span>{name}</span>
            </button>
          );
        })}
      </div>
      <IconButton icon={IconPlus} label={t('addFiles')} size={24} onClick={onAdd} />
    </div>
  );
}
