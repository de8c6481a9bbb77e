// The conservation law of an import in one line: read = loaded + rejected + blank.
import { useTranslations } from 'use-intl';
import type { RecordCounts } from '../../shared/model/source.ts';
import { WhyDisclosure } from '../ui/index.ts';
import styles from './intake.module.css';

/** Where every record of a file went; the first number says why. */
export function RecordsLine({ records }: { readonly records: RecordCounts }) {
  const t = useTranslations('data.records');
  const { read, loaded, rejected, blank } = records;
  return (
    <p className={styles.records}>
      <WhyDisclosure why={{ text: t('why'), formula: `${read} = ${loaded} + ${rejected} + ${blank}` }}>
        {t('read', { count: read })}
      </WhyDisclosure>
      <span aria-hidden>=</span>
      <b>{t('loaded', { count: loaded })}</b>
      <span aria-hidden>+</span>
      <span data-tone={rejected > 0 ? 'bad' : undefined}>{t('rejected', { count: rejected })}</span>
      <span aria-hidden>+</span>
      <span>{t('blank', { count: blank })}</span>
    </p>
  );
}
