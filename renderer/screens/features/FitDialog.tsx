// How well the model of customer value fits: foretold and actual purchases, groups of customers, parameters.
import { useTranslations } from 'use-intl';
import type { CustomerValueReport } from '../../../shared/model/customerValue.ts';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import { ScoreCurves } from '../../charts/index.ts';
import { ExpectationSection } from './ExpectationSection.tsx';
import { isAllAlike, judgedBy, missedPart } from './fitReasons.ts';
import { Modal, SimpleTable, StatusLabel, useFigures } from '../../ui/index.ts';
import styles from './define.module.css';

export interface FitDialogProps {
  readonly report: CustomerValueReport;
  readonly currency: string;
  readonly onClose: () => void;
}

/** The last group stands for so many or more. */
function useGroups(last: number): (repeats: number) => string {
  const t = useTranslations('makeFeatures.fit');
  const figures = useFigures();
  return (repeats) => (repeats === last ? t('orMore', { count: repeats }) : figures.count(repeats));
}

const LAST_GROUP = 7;

function HoldoutTable({
  holdout,
  customers,
}: {
  readonly holdout: NonNullable<CustomerValueReport['holdout']>;
  /** Of the whole time. */
  readonly customers: number;
}) {
  const t = useTranslations('makeFeatures.fit');
  const common = useTranslations('common.chart');
  const figures = useFigures();
  const group = useGroups(LAST_GROUP);
  const told = t('holdout', {
    from: figures.date(holdout.from),
    expected: figures.count(Math.round(holdout.expected)),
    actual: figures.count(holdout.actual),
  });
  const { points } = holdout;
  const drawn = points.filter(({ customers }) => customers >= MIN_CUSTOMERS);
  const mean = (value: number): string => figures.decimal(value, 2);
  return (
    <>
      <p className={styles.line}>{told}</p>
      <p className={styles.line}>{t('judgedBy', { count: judgedBy(holdout), total: customers })}</p>
      {isAllAlike(holdout) ? <p className={styles.line}>{t('alike')}</p> : null}
      {drawn.length > 1 ? (
        <ScoreCurves
          categories={drawn.map(({ repeats }) => repeats)}
          categoryName={t('before')}
          curves={[
            { name: t('actualMean'), values: drawn.map(({ actual }) => actual) },
            { name: t('expectedMean'), values: drawn.map(({ expected }) => expected) },
          ]}
          chosen={null}
          open={drawn.at(-1)?.repeats === LAST_GROUP}
          write={mean}
          summary={told}
        />
      ) : null}
      {drawn.length < points.length ? <p className={styles.line}>{common('tooFew')}</p> : null}
      <SimpleTable
        label={t('actualMean')}
        rows={points}
        rowKey={({ repeats }) => String(repeats)}
        columns={[
          { key: 'before', header: t('before'), cell: ({ repeats }) => group(repeats) },
          {
            key: 'customers',
            header: t('customers'),
            align: 'end',
            cell: ({ customers }) => figures.count(customers),
          },
          {
            key: 'actual',
            header: t('actualMean'),
            align: 'end',
            cell: ({ actual }) => mean(actual),
          },
          {
            key: 'expected',
            header: t('expectedMean'),
            align: 'end',
            cell: ({ expected }) => mean(expected),
          },
        ]}
      />
    </>
  );
}

/** Whether the model keeps up with time, before and after the day from which it saw nothing. */
function WeeklyChart({ from, weekly }: Pick<NonNullable<CustomerValueReport['holdout']>, 'from' | 'weekly'>) {
  const t = useTranslations('makeFeatures.fit');
  const figures = useFigures();
  if (!weekly) return null;
  return (
    <section className={styles.section}>
      <h3>{t('weekly')}</h3>
      <ScoreCurves
        categories={weekly.map(({ week }) => week)}
        categoryName={t('weeks', { from: figures.date(from) })}
        curves={[
          { name: t('came'), values: weekly.map(({ actual }) => actual) },
          { name: t('foretold'), values: weekly.map(({ expected }) => Math.round(expected)) },
        ]}
        chosen={null}
        from={{ category: 0, words: `${t('unseen')} →` }}
        summary={t('weekly')}
      />
    </section>
  );
}

function FrequencyTable({ fit }: { readonly fit: NonNullable<CustomerValueReport['frequencies']> }) {
  const t = useTranslations('makeFeatures.fit');
  const figures = useFigures();
  const group = useGroups(fit.actual.length - 1);
  const rows = fit.actual.map((actual, repeats) => ({
    repeats,
    actual,
    expected: fit.expected[repeats] ?? 0,
  }));
  const p = fit.p < 0.001 ? `p < ${figures.decimal(0.001, 3)}` : `p = ${figures.decimal(fit.p, 3)}`;
  return (
    <section className={styles.section}>
      <h3>{t('frequencies')}</h3>
      <ScoreCurves
        categories={rows.map(({ repeats }) => repeats)}
        categoryName={t('repeats')}
        curves={[
          { name: t('actual'), values: rows.map(({ actual }) => actual) },
          { name: t('expected'), values: rows.map(({ expected }) => expected) },
        ]}
        chosen={null}
        open
        summary={t('frequencies')}
      />
      <SimpleTable
        label={t('frequencies')}
        rows={rows}
        rowKey={({ repeats }) => String(repeats)}
        columns={[
          { key: 'repeats', header: t('repeats'), cell: ({ repeats }) => group(repeats) },
          { key: 'actual', header: t('actual'), align: 'end', cell: ({ actual }) => figures.count(actual) },
          {
            key: 'expected',
            header: t('expected'),
            align: 'end',
            cell: ({ expected }) => figures.count(Math.round(expected)),
          },
        ]}
      />
      <p className={styles.line}>{t('misplaced', { share: figures.share(fit.misplaced) })}</p>
      <p className={styles.line}>
        {t('chi', { chi: figures.decimal(fit.chiSquare, 1), degrees: String(fit.degrees), p })}
      </p>
    </section>
  );
}

const NAMES: Readonly<Record<string, string>> = { alpha: 'α', beta: 'β' };

function Parameters({ report }: { readonly report: CustomerValueReport }) {
  const t = useTranslations('makeFeatures.fit');
  const figures = useFigures();
  const written = (parameters: Readonly<Record<string, number>>): string =>
    Object.entries(parameters)
      .map(([name, value]) => `${NAMES[name] ?? name} = ${figures.decimal(value, 3)}`)
      .join(', ');
  return (
    <section className={styles.section}>
      <h3>{t('parameters')}</h3>
      <p className={styles.line}>{written(report.parameters)}</p>
      <p className={styles.line}>{t('fittedTo', { count: report.fittedTo, total: report.customers })}</p>
      <h3>{t('spending')}</h3>
      {report.spending ? (
        <>
          <p className={styles.line}>{written(report.spending.parameters)}</p>
          <p className={styles.line}>
            {t('correlation', { r: figures.decimal(report.spending.correlation, 2) })}
          </p>
        </>
      ) : (
        <p className={styles.line}>{t('noSpending')}</p>
      )}
    </section>
  );
}

const TONES = { fits: 'ok', rough: 'warn', fails: 'bad' } as const;

export function FitDialog({ report, currency, onClose }: FitDialogProps) {
  const t = useTranslations('makeFeatures');
  const tone = report.verdict in TONES ? TONES[report.verdict as keyof typeof TONES] : 'neutral';
  const missed = missedPart(report);
  return (
    <Modal opened onClose={onClose} title={t('fit.title')} widthPx={620}>
      <section className={styles.section}>
        <StatusLabel tone={tone}>{t(`verdicts.${report.verdict}`)}</StatusLabel>
        {missed ? <p className={styles.line}>{t(`fit.missed.${missed}`)}</p> : null}
        {report.holdout ? (
          <HoldoutTable holdout={report.holdout} customers={report.customers} />
        ) : (
          <p className={styles.line}>{t('fit.noHoldout')}</p>
        )}
      </section>
      {report.holdout ? <WeeklyChart {...report.holdout} /> : null}
      {report.frequencies ? <FrequencyTable fit={report.frequencies} /> : null}
      <ExpectationSection currency={currency} />
      <Parameters report={report} />
    </Modal>
  );
}
