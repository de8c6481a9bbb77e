// The left pane: which methods, numbers of segments, scalings and sets of features take part, and for how long.
import { useTranslations } from 'use-intl';
import type { Feature } from '../../../../shared/model/feature.ts';
import type { Progress as JobProgress } from '../../../../shared/model/job.ts';
import { SCALES } from '../../../../shared/model/segmentation.ts';
import { Button, Checkbox, Panel, Progress, Select, useFigures } from '../../../ui/index.ts';
import { HIGHEST_K, LOWEST_K } from '../settings.ts';
import pane from '../SettingsPane.module.css';
import styles from './compare.module.css';
import { possibleMethods, possibleSubsets, TIMES, toggled, type TournamentDraft } from './draft.ts';

export interface EntrySettingsProps {
  readonly chosen: readonly Feature[];
  readonly draft: TournamentDraft;
  readonly onDraft: (draft: TournamentDraft) => void;
  readonly planned: number;
  /** Null while nothing runs. */
  readonly progress: JobProgress | null;
  /** The draft is that of the board, which is not complete yet. */
  readonly canContinue: boolean;
  /** The board answers exactly this already. */
  readonly complete: boolean;
  /** Features are computed anew; `wanted` = what runs then was asked for already. */
  readonly computing: false | { readonly wanted: boolean };
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

function Choices<V extends string>({
  label,
  all,
  chosen,
  nameOf,
  onChange,
}: {
  readonly label: string;
  readonly all: readonly V[];
  readonly chosen: readonly V[];
  readonly nameOf: (value: V) => string;
  readonly onChange: (chosen: readonly V[]) => void;
}) {
  return (
    <fieldset className={styles.field}>
      <legend className={styles.fieldLabel}>{label}</legend>
      {all.map((value) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          onChange={(on) => onChange(toggled(chosen, value, on, all))}
        >
          {nameOf(value)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function Numbers({ draft, onDraft }: Pick<EntrySettingsProps, 'draft' | 'onDraft'>) {
  const t = useTranslations('compare');
  const words = useTranslations('explore');
  const figures = useFigures();
  const options = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at).map((k) => ({
      value: String(k),
      label: figures.count(k),
    }));
  return (
    <fieldset className={styles.field}>
      <legend className={styles.fieldLabel}>{t('number')}</legend>
      <div className={styles.range}>
        <Select
          label={words('from')}
          labelAt="before"
          value={String(draft.from)}
          options={options(LOWEST_K, draft.to)}
          onChange={(k) => onDraft({ ...draft, from: Number(k) })}
        />
        <Select
          label={words('to')}
          labelAt="before"
          value={String(draft.to)}
          options={options(draft.from, HIGHEST_K)}
          onChange={(k) => onDraft({ ...draft, to: Number(k) })}
        />
      </div>
    </fieldset>
  );
}

function Time({ draft, onDraft }: Pick<EntrySettingsProps, 'draft' | 'onDraft'>) {
  const t = useTranslations('compare');
  const nameOf = (seconds: number): string =>
    seconds < 60 ? t('seconds', { n: seconds }) : t('minutes', { n: seconds / 60 });
  return (
    <Select
      label={t('time')}
      value={String(draft.seconds)}
      options={TIMES.map((seconds) => ({ value: String(seconds), label: nameOf(seconds) }))}
      onChange={(seconds) => onDraft({ ...draft, seconds: Number(seconds) })}
    />
  );
}

function Footer(props: EntrySettingsProps) {
  const { progress, planned, canContinue, complete, computing, onRun, onCancel } = props;
  const t = useTranslations('compare');
  const phases = useTranslations('shell.phases');
  const features = useTranslations('features');
  const explore = useTranslations('explore');
  if (progress)
    return (
      <div className={pane.footer}>
        <p className={pane.state}>{phases(progress.phase)}</p>
        <Progress share={progress.share} label={t('title')} />
        <Button wide keys="Ctrl ." onClick={onCancel}>
          {t('cancel')}
        </Button>
        <p className={styles.hint}>{t('stopNote')}</p>
      </div>
    );
  return (
    <div className={pane.footer}>
      <p className={pane.state} data-kind={planned === 0 ? 'outdated' : undefined}>
        {computing
          ? computing.wanted
            ? explore('runsThen')
            : features('computing')
          : planned === 0
            ? t('nothing')
            : complete
              ? t('complete')
              : canContinue
                ? t('unfinished')
                : t('planned', { n: planned })}
      </p>
      <Button
        wide
        variant={complete ? 'secondary' : 'primary'}
        keys="Ctrl Enter"
        disabled={planned === 0 || complete || (computing && computing.wanted)}
        onClick={onRun}
      >
        {t(canContinue ? 'goOn' : 'run')}
      </Button>
    </div>
  );
}

export function EntrySettings(props: EntrySettingsProps) {
  const { chosen, draft, onDraft } = props;
  const t = useTranslations('compare');
  const names = useTranslations('methods.names');
  const subsets = possibleSubsets(chosen);
  return (
    <div className={pane.pane}>
      <Panel
        tone="sunken"
        padded={false}
        className={pane.scroll ?? ''}
        title={t('settings')}
        note={t('featuresChosen', { n: chosen.length })}
      >
        <div className={styles.fields}>
          <Choices
            label={t('methodsLabel')}
            all={possibleMethods(chosen)}
            chosen={draft.methods}
            nameOf={(method) => names(method)}
            onChange={(methods) => onDraft({ ...draft, methods })}
          />
          <Numbers draft={draft} onDraft={onDraft} />
          <Choices
            label={t('scaling')}
            all={SCALES}
            chosen={draft.scales}
            nameOf={(scale) => t(`scales.${scale}`)}
            onChange={(scales) => onDraft({ ...draft, scales })}
          />
          {subsets.length > 1 ? (
            <Choices
              label={t('subsetsLabel')}
              all={subsets}
              chosen={draft.subsets}
              nameOf={(subset) => t(`subsets.${subset}`)}
              onChange={(chosenSubsets) => onDraft({ ...draft, subsets: chosenSubsets })}
            />
          ) : null}
          <Time draft={draft} onDraft={onDraft} />
        </div>
      </Panel>
      <Footer {...props} />
    </div>
  );
}
