// The left pane: what goes into a run. Ctrl Enter runs (bound by the screen); nothing is computed before.
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Progress as JobProgress } from '../../../shared/model/job.ts';
import { setsClasses } from '../../../shared/model/method.ts';
import type { TriedK } from '../../../shared/model/segmentation.ts';
import { Button, Panel, Progress } from '../../ui/index.ts';
import { FeatureChecklist, type FeatureChecklistProps } from './FeatureChecklist.tsx';
import { KPicker } from './KPicker.tsx';
import { MethodPicker } from './MethodPicker.tsx';
import { MethodSettings } from './MethodSettings.tsx';
import type { RfmFieldsProps } from './RfmFields.tsx';
import { missingFor } from './settings.ts';
import styles from './SettingsPane.module.css';
import type { ValueFieldsProps } from './ValueFields.tsx';
import type { Draft } from './view.ts';

/** Whether the shown solution is what these settings give. */
export type RunState =
  | { readonly kind: 'notRun' | 'outdated' | 'formerData' }
  | { readonly kind: 'upToDate'; readonly when: string }
  | { readonly kind: 'running'; readonly progress: JobProgress }
  /** The features; `wanted` = what runs then was asked for already. */
  | { readonly kind: 'computing'; readonly share: number | null; readonly wanted: boolean };

export interface SettingsPaneProps
  extends Omit<FeatureChecklistProps, 'logs'>,
    Pick<ValueFieldsProps, 'usualMissing'>,
    Pick<RfmFieldsProps, 'analysisDate' | 'onAnalysisDate' | 'currency'> {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly tried: readonly TriedK[];
  readonly state: RunState;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

const LACKS = { rules: 'rulesFirst', rfm: 'needsRfm', values: 'unread' } as const;

function Footer({
  state,
  onRun,
  onCancel,
  lacks,
}: Pick<SettingsPaneProps, 'state' | 'onRun' | 'onCancel'> & {
  readonly lacks: ReturnType<typeof missingFor>;
}) {
  const t = useTranslations('explore');
  const words = useTranslations('methods');
  const shell = useTranslations('shell.phases');
  const features = useTranslations('features');
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
  if (state.kind === 'computing')
    return (
      <div className={styles.footer}>
        <p className={styles.state}>{state.wanted ? t('runsThen') : features('computing')}</p>
        <Progress share={state.share} label={features('computing')} />
        <Button wide keys="Ctrl Enter" disabled={state.wanted} onClick={onRun}>
          {t('run')}
        </Button>
      </div>
    );
  const primary = state.kind !== 'upToDate';
  const old = state.kind === 'outdated' || state.kind === 'formerData';
  return (
    <div className={styles.footer}>
      {lacks === null ? (
        <p className={styles.state} data-kind={old ? 'outdated' : state.kind}>
          {state.kind === 'upToDate' ? <IconCircleCheck size={15} aria-hidden /> : null}
          {old ? <IconAlertTriangle size={15} aria-hidden /> : null}
          {state.kind === 'upToDate' ? t('upToDate', { when: state.when }) : t(state.kind)}
        </p>
      ) : (
        <p className={styles.state} data-kind="outdated">
          {lacks === 'features' ? t('tooFew') : words(LACKS[lacks])}
        </p>
      )}
      <Button
        variant={primary ? 'primary' : 'secondary'}
        wide
        keys="Ctrl Enter"
        disabled={lacks !== null}
        onClick={onRun}
      >
        {state.kind === 'notRun' ? t('run') : t('runAgain')}
      </Button>
    </div>
  );
}

/** Features, method with its settings, number of segments, and the run button. */
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
        <MethodPicker {...props} />
        <MethodSettings {...props} />
        {setsClasses(draft.method) ? null : <KPicker draft={draft} tried={tried} onDraft={onDraft} />}
      </div>
      <Footer {...props} lacks={missingFor(draft, features)} />
    </div>
  );
}
