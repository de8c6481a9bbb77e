// How the open action's numbers come about: every sum with its values, and where the proposed inputs come from.
import { useTranslations } from 'use-intl';
import type { CampaignAction } from '../../../shared/model/campaign.ts';
import { Panel } from '../../ui/index.ts';
import { proposedSources, useArithmetic, type ProposedSources } from './arithmetic.ts';
import styles from './campaigns.module.css';
import type { PlanWords } from './money.ts';

const NOTED = ['cost', 'response', 'margin'] as const;

function Sources({ sources }: { readonly sources: ProposedSources | null }) {
  const t = useTranslations('campaigns');
  if (!sources) return <p className={styles.sources}>{t('ownNumbers')}</p>;
  return (
    <div className={styles.sources}>
      <h3>{t('because')}</h3>
      <p>{sources.reason}</p>
      <h3>{t('sources')}</h3>
      <dl>
        {NOTED.map((name) => (
          <div key={name}>
            <dt>{t(`sourceNames.${name}`)}</dt>
            <dd>{sources[name]}</dd>
          </div>
        ))}
      </dl>
      <p>{t('basketSource')}</p>
    </div>
  );
}

/** The arithmetic of one action. */
export function ArithmeticPane({
  action,
  words,
}: {
  readonly action: CampaignAction;
  readonly words: PlanWords;
}) {
  const t = useTranslations('campaigns');
  const sums = useArithmetic(words)(action);
  return (
    <Panel title={t('arithmetic')} edge="start">
      <dl className={styles.sums}>
        {sums.map(({ term, label, how, result }) => (
          <div key={term}>
            <dt>{label}</dt>
            <dd className={styles.how}>{how}</dd>
            <dd className={styles.result}>{result}</dd>
          </div>
        ))}
      </dl>
      <Sources sources={proposedSources(action)} />
    </Panel>
  );
}
