// Running jobs in the title bar: the newest with its progress and cancel; all of them behind a click.
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Job, JobKind } from '../../../shared/model/job.ts';
import { IconButton, Popover, Progress, StatusLabel, useFigures } from '../../ui/index.ts';
import styles from './JobTray.module.css';
import { runningJobs } from './view.ts';

/** From the job kinds, not from the messages: a kind without words does not compile. */
type Underscored<K extends string> = K extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : never;
type KindKey = `jobKinds.${Underscored<JobKind>}`;
const kindKey = (kind: JobKind): KindKey => `jobKinds.${kind.replace('.', '_')}` as KindKey;

const ENDS = { done: 'ok', failed: 'bad', cancelled: 'neutral' } as const;

function JobLine({ job, onCancel }: { readonly job: Job; readonly onCancel: (id: string) => void }) {
  const t = useTranslations('shell');
  const figures = useFigures();
  const { phase, share, done, total } = job.progress;
  const name = t(kindKey(job.kind));
  if (job.state === 'done' || job.state === 'failed' || job.state === 'cancelled')
    return (
      <li className={styles.line}>
        <span className={styles.name}>{name}</span>
        <StatusLabel tone={ENDS[job.state]}>{t(`jobEnd.${job.state}`)}</StatusLabel>
      </li>
    );
  const words = t(`phases.${phase}`);
  const detail =
    done !== undefined && total !== undefined ? t('phaseOf', { phase: words, done, total }) : words;
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        {name}
        <span className={styles.detail}>{job.state === 'cancelling' ? t('cancelling') : detail}</span>
      </span>
      <Progress share={job.state === 'waiting' ? null : share} label={name} />
      <span className={styles.share}>{figures.share(share, 0)}</span>
      <IconButton
        icon={IconX}
        size={24}
        label={t('cancelJob', { job: name })}
        disabled={job.state === 'cancelling'}
        onClick={() => onCancel(job.id)}
      />
    </li>
  );
}

/** The tray: quiet when nothing runs. */
export function JobTray({
  jobs,
  onCancel,
}: {
  readonly jobs: readonly Job[];
  readonly onCancel: (id: string) => void;
}) {
  const t = useTranslations('shell');
  const format = useFormatter();
  const figures = useFigures();
  const [opened, setOpened] = useState(false);
  const running = runningJobs(jobs);
  const [first] = running;
  const words = first ? t(`phases.${first.progress.phase}`) : t('noJobs');
  const share = first?.progress.share;
  const trigger = (
    <button
      type="button"
      className={first ? styles.tray : styles.quiet}
      aria-expanded={opened}
      onClick={() => setOpened(!opened)}
    >
      <span className={styles.trayText}>
        {words}
        {running.length > 1 ? ` · ${format.number(running.length)}` : ''}
      </span>
      {first ? (
        <Progress share={first.state === 'waiting' ? null : (share ?? 0)} label={t(kindKey(first.kind))} />
      ) : null}
      {first ? <span className={styles.share}>{figures.share(share ?? 0, 0)}</span> : null}
    </button>
  );
  return (
    <div className={styles.host}>
      <Popover
        trigger={trigger}
        opened={opened}
        onClose={() => setOpened(false)}
        label={t('jobs')}
        widthPx={420}
        side="bottom-end"
      >
        {jobs.length === 0 ? <p className={styles.none}>{t('noJobs')}</p> : null}
        <ul>
          {jobs.slice(0, 8).map((job) => (
            <JobLine key={job.id} job={job} onCancel={onCancel} />
          ))}
        </ul>
      </Popover>
      {first ? (
        <IconButton
          icon={IconX}
          size={24}
          className={styles.cancel ?? ''}
          label={t('cancelJob', { job: t(kindKey(first.kind)) })}
          disabled={first.state === 'cancelling'}
          onClick={() => onCancel(first.id)}
        />
      ) : null}
    </div>
  );
}
