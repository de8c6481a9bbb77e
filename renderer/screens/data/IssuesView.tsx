// What was noticed about a source's file: by severity and column, each line leading to its row, saved as a list.
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Issue } from '../../../shared/model/issue.ts';
import { REMEDY_OF } from '../../../shared/model/remedy.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useSaveFile } from '../../handover/index.ts';
import { useDataWords } from '../../intake/index.ts';
import {
  Button,
  IssueTable,
  type IssueView,
  type LineLinks,
  SegmentedControl,
  Select,
  useFigures,
} from '../../ui/index.ts';
import styles from './data.module.css';
import {
  filterOf,
  type IssueChoice,
  issueColumns,
  issuesShown,
  NO_COLUMN,
  WHOLE_LIST,
} from './issueChoice.ts';

function useIssueViews(issues: readonly Issue[]): readonly IssueView[] {
  const words = useDataWords();
  const t = useTranslations('data.import.done');
  const toDo = useTranslations('data.toDo');
  return issues.map((issue, index) => ({
    id: `${index} ${issue.code}`,
    severity: issue.severity,
    what: words.issue(issue),
    column: issue.column ?? null,
    lines: issue.lines?.slice(0, 3) ?? [],
    example: '',
    done: t(issue.severity === 'check' ? 'read' : 'noted'),
    toDo: toDo(REMEDY_OF[issue.code]),
    rows: issue.count ?? 0,
  }));
}

interface FilterProps {
  readonly issues: readonly Issue[];
  readonly choice: IssueChoice;
  readonly onChange: (choice: IssueChoice) => void;
}

function IssueFilters({ issues, choice, onChange }: FilterProps) {
  const t = useTranslations('data.issues');
  const columns = issueColumns(issues);
  const count = (severity: IssueChoice['severity']): number =>
    issuesShown(issues, { ...choice, severity }).length;
  return (
    <>
      <SegmentedControl
        label={t('show')}
        value={choice.severity}
        options={(['all', 'check', 'note'] as const).map((value) => ({
          value,
          label: t(value, { count: count(value) }),
        }))}
        onChange={(severity) => onChange({ ...choice, severity })}
      />
      {columns.length > 0 ? (
        <div className={styles.reason}>
          <Select
            label={t('column')}
            labelAt="before"
            size={24}
            value={choice.column}
            options={[
              { value: NO_COLUMN, label: t('anyColumn') },
              ...columns.map((column) => ({ value: column, label: column })),
            ]}
            onChange={(column) => onChange({ ...choice, column })}
          />
        </div>
      ) : null}
    </>
  );
}

export interface IssuesViewProps {
  readonly source: Source;
  /** Shows the line in the table of rows. */
  readonly onLine: (line: number) => void;
}

/** The warnings of a source's import. */
export function IssuesView({ source, onLine }: IssuesViewProps) {
  const t = useTranslations('data.issues');
  const words = useTranslations('fixes.messages');
  const list = useTranslations('data.rejects');
  const link = useTranslations('wizard.issues');
  const figures = useFigures();
  const { issues } = source;
  const [choice, setChoice] = useState<IssueChoice>(WHOLE_LIST);
  const shown = useIssueViews(issuesShown(issues, choice));
  const { save, saving } = useSaveFile('sources.exportMessages');
  const onSave = (): void =>
    save(`${words('fileName', { name: source.name })}.csv`, { sourceId: source.id, ...filterOf(choice) });
  const links: LineLinks = {
    label: (line) => link('goTo', { line: figures.count(line) }),
    onGo: onLine,
  };
  return (
    <>
      <div className={styles.tools}>
        {issues.length > 0 ? <IssueFilters issues={issues} choice={choice} onChange={setChoice} /> : null}
        <span className={styles.grow} />
        <Button size={24} icon={IconDownload} disabled={saving} onClick={onSave}>
          {choice.severity === 'all' && choice.column === NO_COLUMN ? words('save') : list('save')}
        </Button>
      </div>
      <IssueTable issues={shown} empty={t(issues.length > 0 ? 'noneLeft' : 'none')} links={links} />
    </>
  );
}
