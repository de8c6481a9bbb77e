// The state before the first answer is there.
import { useTranslations } from 'use-intl';
import { Progress } from '../../ui/index.ts';
import styles from './segments.module.css';

/** Quiet progress while the first answer is on its way. */
export function Loading() {
  const t = useTranslations('common');
  return (
    <div className={styles.loading}>
      <Progress share={null} label={t('loading')} />
    </div>
  );
}
