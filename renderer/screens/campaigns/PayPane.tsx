// Does each action pay, and the plan? The expected response against the response at which margin equals cost.
import { useTranslations } from 'use-intl';
import type { Campaign, CampaignAction } from '../../../shared/model/campaign.ts';
import { RangeBars } from '../../charts/index.ts';
import { Panel, StatusLabel } from '../../ui/index.ts';
import styles from './campaigns.module.css';
import type { PlanWords } from './money.ts';
import type { FindSegment } from './planSegments.ts';
import { payVerdict, planVerdict } from './verdict.ts';

export interface PayPaneProps {
  readonly campaign: Campaign;
  readonly segmentOf: FindSegment;
  readonly words: PlanWords;
}

const TONES = { planPays: 'ok', planMay: 'warn', planFails: 'bad' } as const;

/** One range per action, and the plan's verdict in a sentence. */
export function PayPane({ campaign, segmentOf, words }: PayPaneProps) {
  const t = useTranslations('campaigns');
  const objectives = useTranslations('exports.objective');
  const { actions, totals } = campaign;
  const noteOf = (action: CampaignAction): string => {
    const verdict = payVerdict(action);
    const { breakEvenResponse } = action.figures;
    return verdict === 'above'
      ? t('verdicts.above', { share: words.figures.share(breakEvenResponse ?? 0, 1) })
      : t(`verdicts.${verdict}`);
  };
  const bars = actions.map((action) => {
    const { slot } = segmentOf(action.segmentId);
    const tick = action.figures.breakEvenResponse;
    return {
      key: String(action.id),
      name: objectives(action.objective),
      slot,
      low: action.responseLow,
      high: action.responseHigh,
      ...(tick === null || action.figures.costCents === 0 ? {} : { tick }),
      note: noteOf(action),
      strong: payVerdict(action) === 'pays',
    };
  });
  const verdict = planVerdict(totals);
  return (
    <Panel title={t('pay')} edge="start">
      <RangeBars
        bars={bars}
        format={(share) => words.figures.share(share, 0)}
        summary={t('paySummary')}
        noteLabel={t('verdict')}
        nameWidthPx={108}
      />
      <p className={styles.caption}>{t('payNote')}</p>
      <p className={styles.planVerdict}>
        <StatusLabel tone={TONES[verdict]}>
          <span>
            {t(verdict, {
              margin: words.moneyRange(totals.marginLowCents, totals.marginHighCents),
              cost: words.money(totals.costCents),
            })}
          </span>
        </StatusLabel>
      </p>
    </Panel>
  );
}
