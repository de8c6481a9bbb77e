// A step of a later release: what it will do, what it will need, and what can be done until then.
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button, Chip, Toolbar } from '../ui/index.ts';
import { STEP_ICONS } from './steps.ts';
import styles from './UpcomingStep.module.css';

const NEAREST = { results: 'campaigns', report: 'segments' } as const;

/** Honest and finished: no invented content. */
export function UpcomingStep({ step }: { readonly step: 'results' | 'report' }) {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const StepIcon = STEP_ICONS[step];
  const nearest = NEAREST[step];
  return (
    <>
      <Toolbar title={t(`upcoming.${step}.title`)}>
        <Chip>{t('upcoming.later')}</Chip>
      </Toolbar>
      <section className={styles.body} data-pane tabIndex={-1}>
        <StepIcon size={30} stroke={1.3} aria-hidden />
        <dl>
          <dt>{t('upcoming.does')}</dt>
          <dd>{t(`upcoming.${step}.does`)}</dd>
          <dt>{t('upcoming.needs')}</dt>
          <dd>{t(`upcoming.${step}.needs`)}</dd>
        </dl>
        <p>{t(`upcoming.${step}.now`)}</p>
        <Button onClick={() => void navigate({ to: `/${nearest}` })}>
          {t('upcoming.goTo', { step: t(`steps.${nearest}`) })}
        </Button>
      </section>
    </>
  );
}
