// What the reader has to know about a comparison: who is absent, unwanted or unknown, and what cannot be met.
import { useFormatter, useTranslations } from 'use-intl';
import type { ReferenceReport, Representativeness } from '../../shared/model/reference.ts';
import { StatusLabel } from '../ui/index.ts';
import { useLevelWord } from './levelWord.ts';
import styles from './representativeness.module.css';

export interface RemarksProps {
  readonly report: ReferenceReport;
  readonly state: Representativeness;
}

export function Remarks({ report, state }: RemarksProps) {
  const t = useTranslations('representativeness');
  const format = useFormatter();
  const wordOf = useLevelWord();
  const levelsOf = (remark: 'absent' | 'unwanted'): string =>
    format.list(
      report.levels.filter((level) => level.remark === remark).map(({ level }) => wordOf(level, report.kind)),
    );
  const absent = levelsOf('absent');
  const unwanted = levelsOf('unwanted');
  const unused = format.list(state.unused.map(({ feature }) => feature));
  return (
    <>
      {state.weights?.status === 'contradictory' ? (
        <p className={styles.note}>
          <StatusLabel tone="bad">{t('contradictory')}</StatusLabel>
        </p>
      ) : null}
      {absent === '' ? null : <p className={styles.note}>{t('absent', { levels: absent })}</p>}
      {unwanted === '' ? null : <p className={styles.note}>{t('unwanted', { levels: unwanted })}</p>}
      {report.missing > 0 ? <p className={styles.note}>{t('missing', { count: report.missing })}</p> : null}
      {unused === '' ? null : <p className={styles.note}>{t('unused', { variables: unused })}</p>}
    </>
  );
}
