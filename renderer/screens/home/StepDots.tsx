// Eight marks for the eight steps of a project: done, needs attention, to do.
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { STEPS, type Step, type StepState } from '../../../shared/model/project.ts';
import styles from './home.module.css';

const MARKS = {
  todo: IconCircleDashed,
  done: IconCircleCheckFilled,
  attention: IconAlertTriangleFilled,
} as const;

/** Spoken as “3 of 8 steps done”. */
export function StepDots({ steps }: { readonly steps: Readonly<Record<Step, StepState>> }) {
  const t = useTranslations('home');
  const done = STEPS.filter((step) => steps[step] === 'done').length;
  return (
    <span className={styles.dots} role="img" aria-label={t('stepsDone', { done, total: STEPS.length })}>
      {STEPS.map((step) => {
        const Mark = MARKS[steps[step]];
        return <Mark key={step} size={11} data-state={steps[step]} aria-hidden />;
      })}
    </span>
  );
}
