// The left pane: what goes into a run. Ctrl Enter runs (bound by the screen); nothing is computed before.
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Progress as JobProgress } from '../../../shared/model/job.ts';
import { SCALES, type TriedK } from '../../../shared/model/segmentation.ts';
import { Button, Checkbox, Panel, Progress, SegmentedControl } from '../../ui/index.ts';
import { FeatureChecklist, type FeatureChecklistProps } from './FeatureChecklist.tsx';
import { KPicker } from './KPicker.tsx';
import styles from './SettingsPane.module.css';
import type { Draft } from './view.ts';

/** Whether the shown solution is what these settings give. */
export type RunState =
  | { readonly kind: 'notRun' | 'outdated' }
  | { readonly kind: 'upToDate'; readonly when: string }
  | { readonly kind: 'running'; readonly progress: JobProgress };

export interface SettingsPaneProps extends Omit<FeatureChecklistProps, 'logs'> {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly tried: readonly TriedK[];
  readonly state: RunState;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

function Scaling({ draft, onDraft }: Pick<SettingsPaneProps, 'draft' | 'onDraft'>) {
  const t = useTranslations('explore');
  return (
    <div className={styles.field}>
      <span className={styles.fieldLabel}>{t('scaling')}</span>
      <SegmentedControl
        label={t('scaling')}
        wide
        value={draft.scale}
        options={SCALES.map((scale) => ({ value: scale, label: t(`scales.${scale}`) }))}
        onChange={(scale) => onDraft({ ...draft, scale })}
      />
      <p className={styles.fieldNote}>{t(`scaleNotes.${draft.scale}`)}</p>
      <Checkbox checked={draft.logs} onChange={(logs) => onDraft({ ...draft, logs })}>
        {t('useLogs')}
      </Checkbox>
    </div>
  );
}

function Footer({
  state,
  onRun,
  onCancel,
  ready,
}: Pick<SettingsPaneProps, 'state' | 'onRun' | 'onCancel'> & { readonly ready: boolean }) {
  const t = useTranslations('explore');
  const shell = useTranslations('shell.phases');
  if (state.kind === 'running')
    return (
      <div className={styles.footer}>
        <p className={styles.state}>{shell(state.progress.phase)}</p>
        <Progress share={state.progress.share} label={t('running')} />
        <Button wide keys="Ctrl ." onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    );
  const primary = state.kind !== 'upToDate';
  return (
    <div className={styles.footer}>
      {ready ? (
        <p className={styles.state} data-kind={state.kind}>
          {state.kind === 'upToDate' ? <IconCircleCheck size={15} aria-hidden /> : null}
          {state.kind === 'outdated' ? <IconAlertTriangle size={15} aria-hidden /> : null}
          {state.kind === 'upToDate' ? t('upToDate', { when: state.when }) : t(state.kind)}
        </p>
      ) : (
        <p className={styles.state} data-kind="outdated">
          {t('tooFew')}
        </p>
      )}
      <Button
        variant={primary ? 'primary' : 'secondary'}
        wide
        keys="Ctrl Enter"
        disabled={!ready}
        onClick={onRun}
      >
        {state.kind === 'notRun' ? t('run') : t('runAgain')}
      </Button>
    </div>
  );
}

/** Features, scaling, number of segments, and the run button. */
export function SettingsPane(props: SettingsPaneProps) {
  const { features, draft, onDraft, tried } = props;
  const t = useTranslations('explore');
  const chosen = features.filter((feature) => feature.chosen).length;
  return (
    <div className={styles.pane}>
      <Panel
        tone="sunken"
        className={styles.scroll ?? ''}
        title={t('settings')}
        note={t('chosenOf', { chosen, all: features.length })}
      >
        <FeatureChecklist {...props} logs={draft.logs} />
      </Panel>
      <div className={styles.settings}>
        <Scaling draft={draft} onDraft={onDraft} />
        <p className={styles.method}>
          <span>{t('method')}</span>
          {t('kmeans')}
        </p>
        <KPicker draft={draft} tried={tried} onDraft={onDraft} />
      </div>
      <Footer {...props} ready={chosen > 0} />
    </div>
  );
}
