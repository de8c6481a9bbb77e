// Campaigns: what should we do, what does it cost, and does it pay? Route `/campaigns`.
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ActionInput, Campaign } from '../../../shared/model/campaign.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { CannotShow, NoSegments, useNotify } from '../../app/index.ts';
import { useAsk, useCommand, useJob, useJobs } from '../../data/index.ts';
import { AudienceDialog } from '../../handover/index.ts';
import { EmptyState, Progress } from '../../ui/index.ts';
import styles from './campaigns.module.css';
import { newAction } from './newAction.ts';
import { PlanView } from './PlanView.tsx';
import { ProposeDialog, ProposeForm } from './ProposeForm.tsx';
import { usePlanFiles } from './usePlanFiles.ts';

/** Proposing a plan, with the share of whichever proposal runs. */
function useProposal(onDone: (campaignId: number | null) => void) {
  const { fail } = useNotify();
  const job = useJob('campaigns.propose');
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const running = useJobs().find(
    (one) => one.kind === 'campaigns.propose' && (one.state === 'running' || one.state === 'waiting'),
  );
  const onSuccess = (result: unknown): void => {
    const { campaignId } = (result ?? {}) as { readonly campaignId?: number };
    onDone(campaignId ?? null);
  };
  return {
    today,
    proposing: running ? running.progress.share : job.isPending ? 0 : null,
    onPropose: (name: string, startDate: string) =>
      job.mutate({ name, startDate }, { onError: fail, onSuccess }),
  };
}

/** A plan's edits as commands; each is undone by itself. */
function useEdits(campaign: Campaign) {
  const t = useTranslations('campaigns');
  const { fail } = useNotify();
  const rename = useCommand('campaigns.rename');
  const remove = useCommand('campaigns.remove');
  const add = useCommand('campaigns.addAction');
  const update = useCommand('campaigns.updateAction');
  const removeAction = useCommand('campaigns.removeAction');
  const failing = { onError: fail };
  const campaignId = campaign.id;
  return {
    onRename: (name: string) => rename.mutate({ campaignId, name }, failing),
    onRemove: () => remove.mutate({ campaignId }, failing),
    onAddAction: (segmentId: number) => {
      const words = { offer: t('newOffer'), message: t('newMessage') };
      add.mutate({ campaignId, action: newAction(campaign, segmentId, words) }, failing);
    },
    onChangeAction: (actionId: number, change: Partial<ActionInput>) =>
      update.mutate({ actionId, change }, failing),
    onRemoveAction: (actionId: number) => removeAction.mutate({ actionId }, failing),
  };
}

interface PlansProps {
  readonly campaigns: readonly [Campaign, ...Campaign[]];
  readonly segments: readonly SegmentSummary[];
}

function Plans({ campaigns, segments }: PlansProps) {
  const [openId, setOpenId] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const proposal = useProposal((campaignId) => {
    setOpenId(campaignId);
    setAsking(false);
  });
  const campaign = campaigns.find((one) => one.id === openId) ?? campaigns.at(-1) ?? campaigns[0];
  const edits = useEdits(campaign);
  const { dialog, ...files } = usePlanFiles(campaign, segments);
  return (
    <>
      <PlanView
        key={campaign.id}
        {...edits}
        {...files}
        {...{ campaign, campaigns, segments }}
        onOpenPlan={setOpenId}
        onNewPlan={() => setAsking(true)}
      />
      <ProposeDialog {...proposal} opened={asking} onClose={() => setAsking(false)} />
      <AudienceDialog key={String(dialog.opened)} {...dialog} />
    </>
  );
}

function NoPlan() {
  const t = useTranslations('campaigns');
  const proposal = useProposal(() => undefined);
  return (
    <EmptyState icon={IconSpeakerphone} title={t('proposeTitle')} actions={<ProposeForm {...proposal} />}>
      {t('proposeText')}
    </EmptyState>
  );
}

/** The screen of the project's campaign plans. */
export function Screen() {
  const t = useTranslations('campaigns');
  const common = useTranslations('common');
  const segments = useAsk('segments.list', {});
  const campaigns = useAsk('campaigns.list', undefined);
  const failed = segments.error ? segments : campaigns.error ? campaigns : null;
  if (failed?.error)
    return <CannotShow title={t('cannotShow')} error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!segments.data || !campaigns.data)
    return (
      <div className={styles.loading}>
        <Progress share={null} label={common('loading')} />
      </div>
    );
  const [first, ...others] = campaigns.data;
  if (first) return <Plans campaigns={[first, ...others]} segments={segments.data} />;
  return segments.data.length === 0 ? <NoSegments /> : <NoPlan />;
}
