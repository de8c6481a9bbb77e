// One source: its name, where its records went, and six views of it.
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Source } from '../../../shared/model/source.ts';
import type { ListedStep } from '../../../shared/model/step.ts';
import { useAsk } from '../../data/index.ts';
import { RecordsLine, useDataWords } from '../../intake/index.ts';
import {
  Button,
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
import { SnapshotsView } from './SnapshotsView.tsx';
import { StepsView } from './StepsView.tsx';
import { useSaveMessages } from './useSaveMessages.ts';

const VIEWS = ['rows', 'fields', 'issues', 'rejects', 'steps', 'snapshots'] as const;
type View = (typeof VIEWS)[number];

export interface SourceViewProps {
  readonly source: Source;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
  readonly onField: (change: FieldChange) => void;
}

function Head({
  source,
  corrected,
  onRename,
  onRemove,
}: Omit<SourceViewProps, 'onField'> & { readonly corrected: number }) {
  const t = useTranslations('data');
  const fixes = useTranslations('fixes');
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
      <div className={styles.title}>
        <RecordsLine records={source.records} />
        {corrected > 0 ? (
          <span className={styles.quiet}>{fixes('corrected', { count: corrected })}</span>
        ) : null}
      </div>
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

function IssuesView({ source }: { readonly source: Source }) {
  const t = useTranslations('data.issues');
  const words = useTranslations('fixes.messages');
  const issues = useIssues(source);
  const { save, saving } = useSaveMessages(source);
  return (
    <>
      <div className={styles.tools}>
        <span className={styles.grow} />
        <Button size={24} icon={IconDownload} disabled={saving} onClick={() => void save()}>
          {words('save')}
        </Button>
      </div>
      <IssueTable issues={issues} empty={t('none')} />
    </>
  );
}

interface ViewsProps extends Pick<SourceViewProps, 'source' | 'onField'> {
  readonly view: View;
  readonly steps: readonly ListedStep[];
}

function Views({ source, view, steps, onField }: ViewsProps) {
  switch (view) {
    case 'rows':
      return <RowsView source={source} />;
    case 'fields':
      return <FieldsView source={source} onChange={onField} />;
    case 'issues':
      return <IssuesView source={source} />;
    case 'rejects':
      return <RejectsView source={source} />;
    case 'steps':
      return <StepsView source={source} steps={steps} />;
    case 'snapshots':
      return <SnapshotsView source={source} replayed={steps.filter(({ touched }) => touched).length} />;
  }
}

function correctedOf(steps: readonly ListedStep[]): number {
  return steps.reduce(
    (sum, { step, touched }) => sum + (step.kind === 'correctRecord' ? (touched ?? 0) : 0),
    0,
  );
}

/** The pane of the chosen source. */
export function SourceView({ source, onRename, onRemove, onField }: SourceViewProps) {
  const t = useTranslations('data');
  const fixes = useTranslations('fixes');
  const [view, setView] = useState<View>('rows');
  const sourceId = source.id;
  const steps = useAsk('steps.list', { sourceId }).data ?? [];
  const snapshots = useAsk('sources.snapshots', { sourceId }).data?.length ?? 1;
  const counts: Readonly<Record<View, number>> = {
    rows: source.records.loaded,
    fields: source.fields.length,
    issues: source.issues.length,
    rejects: source.records.rejected,
    steps: steps.length,
    snapshots,
  };
  const nameOf = (value: View): string =>
    value === 'steps' || value === 'snapshots' ? fixes(`views.${value}`) : t(`views.${value}`);
  const options = VIEWS.map((value) => ({
    value,
    label: t('viewCount', { view: nameOf(value), count: counts[value] }),
  }));
  return (
    <section className={styles.main} data-pane tabIndex={-1} aria-label={source.name}>
      <Head source={source} corrected={correctedOf(steps)} onRename={onRename} onRemove={onRemove} />
      <div className={styles.views}>
        <SegmentedControl label={t('views.label')} value={view} options={options} onChange={setView} />
      </div>
      <div className={styles.body}>
        <Views source={source} view={view} steps={steps} onField={onField} />
      </div>
    </section>
  );
}
