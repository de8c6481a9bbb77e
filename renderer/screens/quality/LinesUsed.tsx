// The arithmetic of the lines: all − every reason = used, each count with its reason behind it.
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import type { LineUse } from '../../../shared/model/quality.ts';
import { useFigures } from '../../ui/index.ts';
import styles from './quality.module.css';

export function LinesUsed({ lines }: { readonly lines: LineUse }) {
  const t = useTranslations('quality.joined');
  const figures = useFigures();
  const reasons = lines.leftOut.filter(({ count }) => count > 0);
  return (
    <p className={styles.arithmetic}>
      <span className={styles.quiet}>{t('lines')}</span>
      <b>
        {reasons.length > 0 ? figures.count(lines.read) : null}
        {reasons.map(({ code, count }) => (
          <Fragment key={code}>
            {' − '}
            <abbr title={t(`why.${code}`)}>{figures.count(count)}</abbr>
          </Fragment>
        ))}
        {reasons.length > 0 ? ' = ' : null}
        {figures.count(lines.used)}
      </b>
      <span className={styles.reasons}>
        {reasons.map(({ code, count }) => `${figures.count(count)} ${t(`why.${code}`)}`).join(', ')}
      </span>
    </p>
  );
}
