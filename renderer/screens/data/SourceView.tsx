// One source: its name, where its records went, and four views of it.
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Source } from '../../../shared/model/source.ts';
import { RecordsLine, useDataWords } from '../../intake/index.ts';
import {
  Chip,
  IconButton,
  InlineEdit,
  IssueTable,
  type IssueView,
  SegmentedControl,
  useFigures,
} from '../../ui/index.ts';
import styles from './data.module.css';
import { type FieldChange, FieldsView } from './FieldsView.tsx';
import { RejectsView } from './RejectsView.tsx';
import { RowsView } from './RowsView.tsx';

type View = 'rows' | 'fields' | 'issues' | 'rejects';

export interface SourceViewProps {
  readonly source: Source;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
  readonly onField: (change: FieldChange) => void;
}

function Head({ source, onRename, onRemove }: Omit<SourceViewProps, 'onField'>) {
  const t = useTranslations('data');
  const figures = useFigures();
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h2>
          <InlineEdit label={t('sourceName')} value={source.name} onSave={onRename} />
        </h2>
        <Chip>{t(`kinds.${source.kind}`)}</Chip>
        <span className={styles.quiet}>{source.fileName}</span>
        <span className={styles.quiet}>{t('importedAt', { date: figures.date(source.importedAt) })}</span>
        <span className={styles.grow} />
        <IconButton icon={IconTrash} label={t('removeNamed', { name: source.name })} onClick={onRemove} />
      </div>
      <RecordsLine records={source.records} />
    </header>
  );
}

function useIssues(source: Source): readonly IssueView[] {
  const words = useDataWords();
  const t = useTranslations('data.import.done');
  return source.issues.map((issue, index) => ({
    id: `${index} ${issue.code}`,
    severity: issue.severity,
    what: words.issue(issue),
    column: issue.column ?? null,
    lines: issue.lines?.slice(0, 3) ?? [],
    example: '',
    done: t(issue.severity === 'check' ? 'read' : 'noted'),
    rows: issue.count ?? 0,
  }));
}

function Views({
  source,
  view,
  onField,
}: Pick<SourceViewProps, 'source' | 'onField'> & { readonly view: View }) {
  const t = useTranslations('data.issues');
  const issues = useIssues(source);
  switch (view) {
    case 'rows':
      return <RowsView source={source} />;
    case 'fields':
      return <FieldsView source={source} onChange={onField} />;
    case 'issues':
      return <IssueTable issues={issues} empty={t('none')} />;
    case 'rejects':
      return <RejectsView source={source} />;
  }
}

/** The pane of the chosen source. */
export function SourceView({ source, onRename, onRemove, onField }: SourceViewProps) {
  const t = useTranslations('data');
  const [view, setView] = useState<View>('rows');
  const counts: Readonly<Record<View, number>> = {
    rows: source.records.loaded,
    fields: source.fields.length,
    issues: source.issues.length,
    rejects: source.records.rejected,
  };
  const options = (['rows', 'fields', 'issues', 'rejects'] as const).map((value) => ({
    value,
    label: t('viewCount', { view: t(`views.${value}`), count: counts[value] }),
  }));
  return (
    <section className={styles.main} data-pane tabIndex={-1} aria-label={source.name}>
      <Head source={source} onRename={onRename} onRemove={onRemove} />
      <div className={styles.views}>
        <SegmentedControl label={t('views.label')} value={view} options={options} onChange={setView} />
      </div>
      <div className={styles.body}>
        <Views source={source} view={view} onField={onField} />
      </div>
    </section>
  );
}
