// Files of a plan: the plan itself at once, customers after the question about personal data.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Campaign } from '../../../shared/model/campaign.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { type AudienceWish, useSaveFile } from '../../handover/index.ts';
import type { PlanFile } from './PlanBar.tsx';

/** `'all'` or the segment whose customers are asked for. */
type Audience = SegmentSummary | 'all' | null;

export function usePlanFiles(campaign: Campaign, segments: readonly SegmentSummary[]) {
  const t = useTranslations('segments');
  const { save } = useSaveFile('exports.write');
  const [audience, setAudience] = useState<Audience>(null);
  const onExportPlan = (file: PlanFile): void => {
    const ending = file.slice(file.lastIndexOf('.'));
    save(`${campaign.name}${ending}`, { what: file, allowPii: false, campaignId: campaign.id });
  };
  const onExportAudience = (segmentId: number | null): void =>
    setAudience(segments.find((segment) => segment.id === segmentId) ?? 'all');
  const onAudience = (wish: AudienceWish): void => {
    if (audience === 'all') save(t('audienceAllFile'), { what: 'audience.csv', ...wish });
    else if (audience)
      save(t('audienceFile', { name: audience.name }), {
        what: 'audience.csv',
        ...wish,
        segmentId: audience.id,
      });
    setAudience(null);
  };
  const counted = audience === 'all' ? segments : audience ? [audience] : [];
  const dialog = {
    opened: audience !== null,
    customers: counted.reduce((sum, segment) => sum + segment.customers, 0),
    onClose: () => setAudience(null),
    onExport: onAudience,
  };
  return { onExportPlan, onExportAudience, dialog };
}
