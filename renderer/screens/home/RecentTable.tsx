// Recent projects: where each one stands and what it needs next.
import { IconAlertTriangle, IconArrowRight, IconCircleCheck, IconFile, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RecentProject } from '../../../shared/model/project.ts';
import {
  IconButton,
  PaneHeader,
  SearchField,
  ShareBar,
  SimpleTable,
  useFigures,
  type TableColumn,
} from '../../ui/index.ts';
import styles from './home.module.css';
import { nextOf } from './nextOf.ts';
import { StepDots } from './StepDots.tsx';
import { useOpenedAt } from './useOpenedAt.ts';

export interface RecentTableProps {
  readonly projects: readonly RecentProject[];
  /** Now, as an ISO time stamp: decides what “today” is. */
  readonly now: string;
  readonly onOpen: (id: string) => void;
  readonly onForget: (id: string) => void;
}

function Next({ project }: { readonly project: RecentProject }) {
  const t = useTranslations('home');
  const steps = useTranslations('shell.steps');
  const next = nextOf(project);
  const warn = next.kind === 'missing' || next.kind === 'attention';
  const Mark = warn ? IconAlertTriangle : next.kind === 'finished' ? IconCircleCheck : IconArrowRight;
  const words =
    next.kind === 'step'
      ? t(`next.${next.step}`)
      : next.kind === 'attention'
        ? t('next.attention', { step: steps(next.step) })
        : t(`next.${next.kind}`);
  return (
    <span className={styles.next} data-tone={warn ? 'warn' : next.kind === 'finished' ? 'ok' : undefined}>
      <Mark size={14} stroke={1.7} aria-hidden />
      {words}
    </span>
  );
}

function Segments({ project }: { readonly project: RecentProject }) {
  const t = useTranslations('home');
  if (project.segments.length === 0) return <span className={styles.quiet}>{t('noSegments')}</span>;
  return (
    <span className={styles.segments}>
      <ShareBar
        label={t('segmentCount', { count: project.segments.length })}
        parts={project.segments.map((size, slot) => ({ key: String(slot), size, slot }))}
      />
      <span>{project.segments.length}</span>
    </span>
  );
}

function useColumns({
  now,
  onForget,
}: Pick<RecentTableProps, 'now' | 'onForget'>): readonly TableColumn<RecentProject>[] {
  const t = useTranslations('home');
  const figures = useFigures();
  const openedAt = useOpenedAt(now);
  return [
    {
      key: 'project',
      header: t('columns.project'),
      cell: (project) => (
        <span className={styles.name} title={project.fileName}>
          <IconFile size={15} stroke={1.5} aria-hidden />
          <b>{project.name || project.fileName}</b>
        </span>
      ),
    },
    {
      key: 'steps',
      header: t('columns.steps'),
      cell: (project) => <StepDots steps={project.steps} />,
    },
    {
      key: 'segments',
      header: t('columns.segments'),
      cell: (project) => <Segments project={project} />,
    },
    {
      key: 'customers',
      header: t('columns.customers'),
      align: 'end',
      cell: (project) => figures.count(project.customers),
    },
    {
      key: 'snapshot',
      header: t('columns.snapshot'),
      align: 'end',
      cell: (project) => (project.snapshot ? figures.date(project.snapshot) : ''),
    },
    { key: 'next', header: t('columns.next'), cell: (project) => <Next project={project} /> },
    {
      key: 'opened',
      header: t('columns.opened'),
      align: 'end',
      cell: (project) => (
        <span className={styles.opened}>
          {openedAt(project.openedAt)}
          <IconButton
            icon={IconX}
            size={24}
            className={styles.forget ?? ''}
            label={t('forget', { name: project.name })}
            onClick={(event) => {
              event.stopPropagation();
              onForget(project.id);
            }}
          />
        </span>
      ),
    },
  ];
}

/** The table with its search; says what to do when there is nothing yet. */
export function RecentTable({ projects, now, onOpen, onForget }: RecentTableProps) {
  const t = useTranslations('home');
  const figures = useFigures();
  const [query, setQuery] = useState('');
  const columns = useColumns({ now, onForget });
  const found = projects.filter((project) => project.name.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <section className={styles.recent} data-pane tabIndex={-1} aria-label={t('recent')}>
      <PaneHeader
        title={t('recent')}
        note={projects.length > 0 ? figures.count(projects.length) : undefined}
        actions={
          projects.length > 6 ? (
            <SearchField label={t('find')} value={query} onChange={setQuery} />
          ) : undefined
        }
      />
      <SimpleTable
        label={t('recent')}
        columns={columns}
        rows={found}
        rowKey={(project) => project.id}
        onOpen={(project) => onOpen(project.id)}
        empty={projects.length === 0 ? t('noneYet') : t('noneFound')}
      />
    </section>
  );
}
