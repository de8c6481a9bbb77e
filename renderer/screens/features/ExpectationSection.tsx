// What the fitted models expect of a customer with a history that is typed in, first of a new one.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAsk } from '../../data/index.ts';
import { NumberField, SimpleTable, useFigures } from '../../ui/index.ts';
import styles from './define.module.css';

const WEEKS = [4, 13, 26, 52];
const NEW_CUSTOMER = { repeats: 0, lastWeeks: 0, watchedWeeks: 0, meanAmount: 0 };
const LONGEST = 5_200;

export function ExpectationSection({ currency }: { readonly currency: string }) {
  const t = useTranslations('makeFeatures.fit.one');
  const features = useTranslations('features.builtIn');
  const figures = useFigures();
  const [of, setOf] = useState(NEW_CUSTOMER);
  const late = of.lastWeeks > of.watchedWeeks;
  const { meanAmount, ...times } = of;
  const answer = useAsk(
    'features.expect',
    { of: { ...times, ...(meanAmount > 0 && { meanAmount }) }, weeks: WEEKS },
    { enabled: !late, keepPrevious: true },
  ).data;
  /** Without repeated purchases there is no last one nor an amount of theirs. */
  const change = (changed: Partial<typeof of>): void =>
    setOf((now) => {
      const next = { ...now, ...changed };
      return next.repeats > 0 ? next : { ...next, lastWeeks: 0, meanAmount: 0 };
    });
  const field = (key: keyof typeof of, label: string, high: number, digits: number) => (
    <NumberField
      {...{ label, high, digits }}
      low={0}
      value={of[key]}
      amount={key === 'meanAmount'}
      onSave={(value) => {
        change({ [key]: value });
        return null;
      }}
    />
  );
  const number = (value: number | null): string => (value === null ? '–' : figures.decimal(value, 2));
  return (
    <section className={styles.section}>
      <h3>{t('title')}</h3>
      <p className={styles.line}>{t('note')}</p>
      <div className={styles.pair}>
        {field('repeats', t('repeats'), 100_000, 0)}
        {field('watchedWeeks', t('watched'), LONGEST, 3)}
        {field('lastWeeks', t('last'), LONGEST, 3)}
        {field('meanAmount', t('spent'), 1e9, 2)}
      </div>
      {late ? <p className={styles.line}>{t('late')}</p> : null}
      {answer && !late ? (
        <>
          <dl className={styles.figures}>
            <div>
              <dt>{features('pAlive')}</dt>
              <dd>{answer.alive === null ? '–' : figures.share(answer.alive)}</dd>
            </div>
            {answer.amount === null ? null : (
              <div>
                <dt>{t('amount')}</dt>
                <dd>{figures.money(answer.amount, currency, 2)}</dd>
              </div>
            )}
          </dl>
          <SimpleTable
            label={t('purchases')}
            rows={answer.ahead}
            rowKey={({ weeks }) => String(weeks)}
            columns={[
              { key: 'weeks', header: t('weeks'), cell: ({ weeks }) => figures.count(weeks) },
              {
                key: 'purchases',
                header: t('purchases'),
                align: 'end',
                cell: ({ purchases }) => number(purchases),
              },
            ]}
          />
        </>
      ) : null}
    </section>
  );
}
