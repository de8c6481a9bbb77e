// The issues below the preview: filtered, saved as a list, each line a way back into the preview.
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  Button,
  IssueTable,
  type IssueView,
  type LineLinks,
  Panel,
  SegmentedControl,
} from '../../ui/index.ts';
import styles from './import.module.css';

export interface IssuesPanelProps {
  readonly views: readonly IssueView[];
  /** What the counts are of, in grey after the title. */
  readonly note: string;
  readonly links: LineLinks;
  readonly onSave: (views: readonly IssueView[]) => void;
  /** Switches to other panes of the same place. */
  readonly panes: ReactNode;
}

/** Rejected rows first, then what should be checked, then notes. */
export function IssuesPanel({ views, note, links, onSave, panes }: IssuesPanelProps) {
  const t = useTranslations('data.import');
  const w = useTranslations('wizard.issues');
  const [only, setOnly] = useState<'all' | 'rejected'>('all');
  const rejected = views.filter(({ severity }) => severity === 'rejected');
  const filter =
    rejected.length > 0 ? (
      <SegmentedControl
        label={t('filter.label')}
        value={only}
        options={[
          { value: 'all', label: t('filter.all', { count: views.length }) },
          { value: 'rejected', label: t('filter.rejected', { count: rejected.length }) },
        ]}
        onChange={setOnly}
      />
    ) : null;
  const shown = only === 'all' || !filter ? views : rejected;
  const actions = (
    <>
      {panes}
      {filter}
      <Button
        size={24}
        variant="ghost"
        icon={IconDownload}
        disabled={shown.length === 0}
        onClick={() => onSave(shown)}
      >
        {w('save')}
      </Button>
    </>
  );
  return (
    <Panel
      edge="top"
      padded={false}
      className={styles.issues ?? ''}
      title={t('issues')}
      note={note}
      actions={actions}
    >
      <IssueTable issues={shown} empty={t('noIssues')} links={links} />
    </Panel>
  );
}
