// What computing a defined feature met with: divisions by zero, capped values, how well a scale hangs together.
import { useTranslations } from 'use-intl';
import type { DefinitionReport } from '../../../shared/model/featureDefinition.ts';
import { LOW_ALPHA } from '../../../shared/model/featureDefinition.ts';
import { SimpleTable, StatusLabel, useFigures } from '../../ui/index.ts';
import styles from './define.module.css';

const COUNTS = ['dividedByZero', 'undefined', 'capped', 'filled'] as const;

/** Nothing when there is nothing to say. */
export function ReportLines({ report }: { readonly report: DefinitionReport }) {
  const t = useTranslations('makeFeatures');
  const figures = useFigures();
  const { reliability } = report;
  // Most often items that ask for the opposite and are not marked so.
  const against = reliability?.items.filter(({ itemRest }) => itemRest !== null && itemRest < 0) ?? [];
  const decimal = (value: number | null): string => (value === null ? '–' : figures.decimal(value, 2));
  return (
    <>
      {COUNTS.filter((name) => report[name] > 0).map((name) => (
        <p key={name} className={styles.line}>
          {t(name, { count: report[name] })}
        </p>
      ))}
      {reliability ? (
        <>
          <p className={styles.line}>
            {reliability.alpha === null
              ? t('alphaNone')
              : t('alpha', { alpha: decimal(reliability.alpha), count: reliability.complete })}
          </p>
          {reliability.alpha !== null && reliability.alpha < LOW_ALPHA ? (
            <p className={styles.line}>
              <StatusLabel tone="warn">{t('alphaLow')}</StatusLabel>
            </p>
          ) : null}
          {against.length > 0 ? (
            <p className={styles.line}>
              <StatusLabel tone="warn">
                {t('against', {
                  items: against.map(({ feature }) => feature).join(', '),
                  reversed: t('reversed'),
                })}
              </StatusLabel>
            </p>
          ) : null}
          {reliability.outside > 0 ? (
            <p className={styles.line}>{t('outside', { count: reliability.outside })}</p>
          ) : null}
          <SimpleTable
            label={t('items')}
            rows={reliability.items}
            rowKey={({ feature }) => feature}
            rowTone={(item) => (against.includes(item) ? 'warn' : undefined)}
            columns={[
              { key: 'item', header: t('item'), cell: ({ feature }) => feature },
              { key: 'rest', header: t('itemRest'), align: 'end', cell: (item) => decimal(item.itemRest) },
              {
                key: 'without',
                header: t('alphaWithout'),
                align: 'end',
                cell: (item) => decimal(item.alphaWithout),
              },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
