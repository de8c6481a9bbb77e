// A plan laid out: timeline, actions with their figures, and below them the open action with its arithmetic.
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ActionInput } from '../../../shared/model/campaign.ts';
import { Banner, EmptyState } from '../../ui/index.ts';
import { ActionForm } from './ActionForm.tsx';
import { ActionTable } from './ActionTable.tsx';
import { ArithmeticPane } from './ArithmeticPane.tsx';
import styles from './campaigns.module.css';
import { usePlanWords } from './money.ts';
import { PayPane } from './PayPane.tsx';
import { PlanBar, type PlanBarProps } from './PlanBar.tsx';
import { segmentFinder } from './planSegments.ts';
import { TimelinePane } from './TimelinePane.tsx';

export interface PlanViewProps extends PlanBarProps {
  readonly onChangeAction: (actionId: number, change: Partial<ActionInput>) => void;
  readonly onRemoveAction: (actionId: number) => void;
}

/** One plan. The first action is open until another is chosen. */
export function PlanView(props: PlanViewProps) {
  const { campaign, segments, onChangeAction, onRemoveAction } = props;
  const t = useTranslations('campaigns');
  const page = useTranslations('exports.page');
  const words = usePlanWords(campaign.currency);
  const segmentOf = segmentFinder(segments, t('segmentGone'));
  const [chosen, setChosen] = useState<number | null>(null);
  const open = campaign.actions.find((action) => action.id === chosen) ?? campaign.actions[0];
  const openId = open?.id ?? null;
  return (
    <div className={styles.screen}>
      <PlanBar {...props} />
      <div className={styles.body}>
        {open ? (
          <>
            {campaign.totals.reachAssumed ? <Banner tone="warn">{page('reachAssumed')}</Banner> : null}
            <TimelinePane actions={campaign.actions} onOpen={setChosen} {...{ openId, segmentOf }} />
            <ActionTable onOpen={setChosen} {...{ campaign, openId, segmentOf, words }} />
            <div className={styles.below}>
              <ActionForm
                key={open.id}
                action={open}
                segments={segments}
                currency={campaign.currency}
                onChange={(change) => onChangeAction(open.id, change)}
                onRemove={() => onRemoveAction(open.id)}
              />
              <ArithmeticPane action={open} words={words} />
              <PayPane {...{ campaign, segmentOf, words }} />
            </div>
          </>
        ) : (
          <EmptyState icon={IconCalendarOff} title={t('actionsEmpty')} />
        )}
      </div>
    </div>
  );
}
