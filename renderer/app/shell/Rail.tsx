// The eight steps with their states. A state is an icon and a spoken word, never only a colour.
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { STEPS, type Step, type StepState } from '../../../shared/model/project.ts';
import { STEP_ICONS } from '../steps.ts';
import styles from './Shell.module.css';
import type { ShellParts } from './view.ts';

const STATE_ICONS = {
  todo: IconCircleDashed,
  done: IconCircleCheckFilled,
  attention: IconAlertTriangleFilled,
} as const;

function StepButton({
  step,
  state,
  current,
  disabled,
  onGo,
}: {
  readonly step: Step;
  readonly state: StepState;
  readonly current: boolean;
  readonly disabled: boolean;
  readonly onGo: () => void;
}) {
  const t = useTranslations('shell');
  const StepIcon = STEP_ICONS[step];
  const StateIcon = STATE_ICONS[state];
  const shownState = current && state === 'todo' ? 'doing' : state;
  return (
    <li>
      <button
        type="button"
        className={styles.step}
        disabled={disabled}
        aria-current={current ? 'step' : undefined}
        aria-keyshortcuts={`Control+${STEPS.indexOf(step) + 1}`}
        aria-label={t('stepLabel', { step: t(`steps.${step}`), state: t(`stepStates.${shownState}`) })}
        onClick={onGo}
      >
        <StepIcon size={20} stroke={1.5} aria-hidden />
        <span className={styles.stepState} data-state={state}>
          <StateIcon size={13} aria-hidden />
        </span>
        <span className={styles.stepName}>{t(`steps.${step}`)}</span>
      </button>
    </li>
  );
}

/** The left rail. Without a project the steps cannot be opened. */
export function Rail({ view, actions }: ShellParts) {
  const t = useTranslations('shell');
  return (
    <nav className={styles.rail} aria-label={t('mainNavigation')}>
      <ol>
        {STEPS.map((step) => (
          <StepButton
            key={step}
            step={step}
            state={view.project?.steps[step] ?? 'todo'}
            current={view.step === step}
            disabled={view.project === null}
            onGo={() => actions.goStep(step)}
          />
        ))}
      </ol>
    </nav>
  );
}
