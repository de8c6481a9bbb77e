// Files of a plan: the plan itself at once, customers after the question about personal data.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Campaign } from '../../../shared/model/campaign.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { fileNameOf, useExport } from '../../handover/index.ts';
import type { PlanFile } from './PlanBar.tsx';

/** `'all'` or the segment whose customers are asked for. */
type Audience = SegmentSummary | 'all' | null;

export function usePlanFiles(campaign: Campaign, segments: readonly SegmentSummary[]) {
  const t = useTranslations('segments');
  const write = useExport();
  const [audience, setAudience] = useState<Audience>(null);
  const onExportPlan = (file: PlanFile): void => {
    const name = fileNameOf(campaign.name);
    write(
      { what: file, allowPii: false, campaignId: campaign.id },
      `${name}${file.slice(file.lastIndexOf('.'))}`,
    );
  };
  const onExportAudience = (segmentId: number | null): void =>
    setAudience(segments.find((segment) => segment.id === segmentId) ?? 'all');
  const onAudience = (allowPii: boolean): void => {
    if (audience === 'all') write({ what: 'audience.csv', allowPii }, t('audienceAllFile'));
    else if (audience)
      write(
        { what: 'audience.csv', allowPii, segmentId: audience.id },
        t('audienceFile', { name: fileNameOf(audience.name) }),
      );
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
