// Three verdicts, each with its checks as a row of marks, and what the data may be used for.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconExclamationCircle,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { SayQuality } from '../../../shared/i18n/describeFinding.ts';
import {
  type Judgement,
  type Permission,
  type QualityReport,
  SEVERITIES,
  type Verdict,
} from '../../../shared/model/quality.ts';
import { LinkButton, WhyDisclosure } from '../../ui/index.ts';
import styles from './quality.module.css';
import { useFindingWords } from './words.ts';

type Tone = 'ok' | 'warn' | 'bad' | 'neutral';
const TONES: Readonly<Record<Verdict, Tone>> = {
  yes: 'ok',
  mostly: 'warn',
  notYet: 'bad',
  notJudged: 'neutral',
};
const STATES: Readonly<Record<Permission['state'], Tone>> = {
  yes: 'ok',
  fixes: 'warn',
  no: 'bad',
  notJudged: 'neutral',
};
const ICONS: Readonly<Record<Tone, Icon>> = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconExclamationCircle,
  neutral: IconCircleDashed,
};

function Mark({ tone, size }: { readonly tone: Tone; readonly size: number }) {
  const IconMark = ICONS[tone];
  return <IconMark size={size} stroke={1.7} aria-hidden className={styles.mark} data-tone={tone} />;
}

/** One mark per check, passed ones first. */
function Checks({ counts }: { readonly counts: Judgement['counts'] }) {
  const t = useTranslations('quality.counts');
  const shown = SEVERITIES.toReversed().filter((severity) => (counts[severity] ?? 0) > 0);
  const words = shown.map((severity) => t(severity, { count: counts[severity] ?? 0 })).join(', ');
  return (
    <p className={styles.checks}>
      <span className={styles.meter} aria-hidden>
        {shown.flatMap((severity) =>
          Array.from({ length: counts[severity] ?? 0 }, (_, at) => (
            <i key={`${severity}${at}`} data-severity={severity} />
          )),
        )}
      </span>
      <span>{words}</span>
    </p>
  );
}

function Verdicts({ report, currency }: { readonly report: QualityReport; readonly currency: string }) {
  const t = useTranslations('quality');
  const words = useFindingWords(currency);
  // The key's own type does not see an argument that stands in a select alone.
  const say = t as unknown as SayQuality;
  return report.judgements.map(({ question, verdict, counts }) => {
    const worst = report.findings.find(
      (finding) =>
        finding.question === question && (finding.severity === 'must' || finding.severity === 'should'),
    );
    const lead = worst ? words(worst).title : '';
    const note =
      verdict === 'notJudged'
        ? say('notes.notJudged', { question })
        : worst
          ? t(worst.severity === 'must' ? 'notes.must' : 'notes.should', { lead })
          : t('notes.yes');
    return (
      <section key={question} className={styles.verdict} aria-label={t(`questions.${question}`)}>
        <p className={styles.quiet}>{t(`questions.${question}`)}</p>
        <h2 className={styles.answer}>
          <Mark tone={TONES[verdict]} size={22} />
          {t(`verdicts.${verdict}`)}
        </h2>
        <p className={styles.note}>{note}</p>
        <Checks counts={counts} />
      </section>
    );
  });
}

function Allows({ permissions }: Pick<QualityReport, 'permissions'>) {
  const t = useTranslations('quality.allows');
  return (
    <section className={styles.allows} aria-label={t('title')}>
      <p className={styles.quiet}>{t('title')}</p>
      <ul>
        {permissions.map(({ use, state, fixes }) => (
          <li key={use}>
            <Mark tone={STATES[state]} size={16} />
            <span>
              {state === 'fixes' ? t('after', { use: t(use), count: fixes }) : t(use)}
              <span className={styles.spoken}> {t(`states.${state}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {t('everyExport')} <WhyDisclosure label={t('why')} why={{ text: t('rules') }} />
      </p>
    </section>
  );
}

export function VerdictStrip(props: { readonly report: QualityReport; readonly currency: string }) {
  return (
    <div className={styles.strip}>
      <Verdicts {...props} />
      <Allows permissions={props.report.permissions} />
    </div>
  );
}

/** A link at the foot of a list. */
export function ShowMore({ children, onClick }: { readonly children: string; readonly onClick: () => void }) {
  return (
    <p>
      <LinkButton onClick={onClick}>{children}</LinkButton>
    </p>
  );
}
