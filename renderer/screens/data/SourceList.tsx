// The project's sources, newest last as they were imported; the chosen one is shown beside.
import { IconClipboardList, IconReceipt2, IconTable, IconUsers, type Icon } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Source, TableKind } from '../../../shared/model/source.ts';
import { Panel } from '../../ui/index.ts';
import styles from './data.module.css';

const ICONS: Readonly<Record<TableKind, Icon>> = {
  customers: IconUsers,
  transactions: IconReceipt2,
  survey: IconClipboardList,
  results: IconClipboardList,
  other: IconTable,
};

export interface SourceListProps {
  readonly sources: readonly Source[];
  readonly selectedId: number;
  readonly onSelect: (sourceId: number) => void;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  items[items.findIndex((item) => item === document.activeElement) + step]?.focus();
}

/** One button per source: name, kind, rows, rejected. */
export function SourceList({ sources, selectedId, onSelect }: SourceListProps) {
  const t = useTranslations('data');
  return (
    <Panel title={t('sources')} tone="sunken" padded={false} className={styles.sources ?? ''}>
      <ul className={styles.list} onKeyDown={moveFocus}>
        {sources.map(({ id, name, kind, records }) => {
          const Mark = ICONS[kind];
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.source}
                aria-current={id === selectedId}
                onClick={() => onSelect(id)}
              >
                <Mark size={18} stroke={1.5} aria-hidden />
                <span className={styles.sourceName} title={name}>
                  {name}
                </span>
                <span className={styles.sourceNote}>
                  {t(`kinds.${kind}`)}, {t('sourceRows', { count: records.loaded })}
                  {records.rejected > 0 ? (
                    <span data-tone="bad">{t('sourceRejected', { count: records.rejected })}</span>
                  ) : null}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
