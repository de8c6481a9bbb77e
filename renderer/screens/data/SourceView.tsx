// One source: its name, where its records went, and six views of it.
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Source } from '../../../shared/model/source.ts';
import type { ListedStep } from '../../../shared/model/step.ts';
import { useAsk } from '../../data/index.ts';
import { RecordsLine } from '../../intake/index.ts';
import { Chip, IconButton, InlineEdit, SegmentedControl, useFigures } from '../../ui/index.ts';
import styles from './data.module.css';
import { type FieldChange, FieldsView } from './FieldsView.tsx';
import { IssuesView } from './IssuesView.tsx';
import { RejectsView } from './RejectsView.tsx';
import { RowsView } from './RowsView.tsx';
import { SnapshotsView } from './SnapshotsView.tsx';
import { StepsView } from './StepsView.tsx';
import type { WantedLine } from './table/useGoToLine.ts';

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

interface ViewsProps extends Pick<SourceViewProps, 'source' | 'onField'> {
  readonly view: View;
  readonly steps: readonly ListedStep[];
  /** How many records count once the fixes are applied. */
  readonly counted: number;
  readonly wantedLine: WantedLine | null;
  readonly onLine: (line: number) => void;
}

function Views({ source, view, steps, onField, counted, wantedLine, onLine }: ViewsProps) {
  switch (view) {
    case 'rows':
      return <RowsView source={source} counted={counted} wantedLine={wantedLine} />;
    case 'fields':
      return <FieldsView source={source} onChange={onField} />;
    case 'issues':
      return <IssuesView source={source} onLine={onLine} />;
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
  const [wantedLine, setWantedLine] = useState<WantedLine | null>(null);
  const sourceId = source.id;
  const steps = useAsk('steps.list', { sourceId }).data ?? [];
  const snapshots = useAsk('sources.snapshots', { sourceId }).data?.length ?? 1;
  const whole = useAsk('sources.rows', { sourceId, offset: 0, limit: 1 }, { keepPrevious: true });
  const counted = whole.data?.total ?? source.records.loaded;
  const counts: Readonly<Record<View, number>> = {
    rows: counted,
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
  const show = (next: View): void => {
    setWantedLine(null); // the table does not go there again
    setView(next);
  };
  return (
    <section className={styles.main} data-pane tabIndex={-1} aria-label={source.name}>
      <Head source={source} corrected={correctedOf(steps)} onRename={onRename} onRemove={onRemove} />
      <div className={styles.views}>
        <SegmentedControl label={t('views.label')} value={view} options={options} onChange={show} />
      </div>
      <div className={styles.body}>
        <Views
          source={source}
          view={view}
          steps={steps}
          onField={onField}
          counted={counted}
          wantedLine={wantedLine}
          onLine={(line) => {
            setWantedLine({ line });
            setView('rows');
          }}
        />
      </div>
    </section>
  );
}
