// The honest null: how well shuffled copies of the data separate, and where the real data stand.
import { useTranslations } from 'use-intl';
import type { ChanceTest } from '../../../shared/model/segmentation.ts';
import { NullHistogram } from '../../charts/index.ts';
import { Panel, StatusLabel, WhyDisclosure, useFigures, type Why } from '../../ui/index.ts';
import styles from './explore.module.css';

export interface ChancePaneProps {
  readonly chance: ChanceTest | null;
  /** True for segments that nobody searched for. */
  readonly setOut: boolean;
}

const DIGITS = 2;

function useWhy(chance: ChanceTest): Why {
  const t = useTranslations('explore.chanceWhy');
  const figures = useFigures();
  const { shuffled, observed } = chance;
  const mean = shuffled.reduce((sum, value) => sum + value, 0) / Math.max(1, shuffled.length);
  return {
    text: t('text'),
    inputs: [
      { name: t('observed'), value: figures.decimal(observed, 3) },
      { name: t('highest'), value: figures.decimal(Math.max(...shuffled), 3) },
      { name: t('mean'), value: figures.decimal(mean, 3) },
      { name: t('copies'), value: figures.count(shuffled.length) },
    ],
    source: t('note'),
  };
}

function Tested({ chance }: { readonly chance: ChanceTest }) {
  const t = useTranslations('explore');
  const figures = useFigures();
  const max = figures.decimal(Math.max(...chance.shuffled), DIGITS);
  const observed = figures.decimal(chance.observed, DIGITS);
  return (
    <>
      <NullHistogram
        nullScores={chance.shuffled}
        observed={chance.observed}
        digits={DIGITS}
        summary={t('chanceSummary')}
      />
      <p className={styles.verdict} data-pass={chance.pass}>
        <StatusLabel tone={chance.pass ? 'ok' : 'warn'}>{null}</StatusLabel>
        <span>{chance.pass ? t('chancePass', { max }) : t('chanceFail', { max, observed })}</span>
      </p>
    </>
  );
}

function WhyChance({ chance }: { readonly chance: ChanceTest }) {
  return <WhyDisclosure why={useWhy(chance)} />;
}

/** Null histogram with its sentence; a refusal looks as finished as a success. */
export function ChancePane({ chance, setOut }: ChancePaneProps) {
  const t = useTranslations('explore');
  const words = useTranslations('methods');
  return (
    <Panel
      edge="top"
      className={styles.test ?? ''}
      title={t('chance')}
      actions={chance ? <WhyChance chance={chance} /> : undefined}
    >
      {chance && chance.shuffled.length > 0 ? (
        <Tested chance={chance} />
      ) : (
        <p className={styles.reason}>{setOut ? words('setOutChance') : t('chanceNone')}</p>
      )}
    </Panel>
  );
}
