// The bar over a plan: its name, the segments in it, another plan, a new action, and the files that leave.
import { IconDots, IconDownload, IconPlus } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Campaign } from '../../../shared/model/campaign.ts';
import { SEGMENT_COLOURS, type SegmentSummary } from '../../../shared/model/segmentation.ts';
import {
  Button,
  IconButton,
  InlineEdit,
  Menu,
  SegmentGlyph,
  Select,
  Toolbar,
  useFigures,
  type MenuItem,
} from '../../ui/index.ts';
import styles from './campaigns.module.css';

export type PlanFile = 'plan.xlsx' | 'plan.html' | 'plan.json';

export interface PlanBarProps {
  readonly campaign: Campaign;
  /** Oldest first; the newest is the one that is exported. */
  readonly campaigns: readonly Campaign[];
  readonly segments: readonly SegmentSummary[];
  readonly onOpenPlan: (campaignId: number) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
  readonly onNewPlan: () => void;
  readonly onAddAction: (segmentId: number) => void;
  readonly onExportPlan: (file: PlanFile) => void;
  /** All segments when null. */
  readonly onExportAudience: (segmentId: number | null) => void;
}

const FILES = [
  ['plan.xlsx', 'exportXlsx'],
  ['plan.html', 'exportHtml'],
  ['plan.json', 'exportJson'],
] as const;

function ExportMenu({ campaign, segments, onExportPlan, onExportAudience }: PlanBarProps) {
  const t = useTranslations('campaigns');
  const addressed = new Set(campaign.actions.map((action) => action.segmentId));
  const plan = FILES.map(
    ([file, label]): MenuItem => ({ key: file, label: t(label), onSelect: () => onExportPlan(file) }),
  );
  const lists = segments
    .filter((segment) => addressed.has(segment.id))
    .map(
      (segment, at): MenuItem => ({
        key: String(segment.id),
        label: t('exportAudience', { name: segment.name }),
        divided: at === 0,
        onSelect: () => onExportAudience(segment.id),
      }),
    );
  const all: MenuItem = { key: 'all', label: t('exportAll'), onSelect: () => onExportAudience(null) };
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="primary" icon={IconDownload}>
          {t('exports')}
        </Button>
      }
      items={[...plan, ...lists, all]}
    />
  );
}

function AddMenu({ segments, onAddAction }: PlanBarProps) {
  const t = useTranslations('campaigns');
  return (
    <Menu
      align="end"
      heading={t('addFor')}
      trigger={<Button icon={IconPlus}>{t('addAction')}</Button>}
      items={segments.map((segment) => ({
        key: String(segment.id),
        label: segment.name,
        onSelect: () => onAddAction(segment.id),
      }))}
    />
  );
}

function InPlan({ campaign, segments }: Pick<PlanBarProps, 'campaign' | 'segments'>) {
  const t = useTranslations('campaigns');
  const format = useFormatter();
  const addressed = new Set(campaign.actions.map((action) => action.segmentId));
  const left = segments.filter((segment) => !addressed.has(segment.id));
  return (
    <span className={styles.inPlan}>
      {segments
        .filter((segment) => addressed.has(segment.id))
        .map((segment) => (
          <span key={segment.id} className={styles.legend} title={segment.name}>
            <SegmentGlyph slot={SEGMENT_COLOURS.indexOf(segment.colour)} />
            <span>{segment.name}</span>
          </span>
        ))}
      {left.length > 0 ? (
        <span className={styles.quiet}>
          {t('notInPlan', { list: format.list(left.map((segment) => segment.name)) })}
        </span>
      ) : null}
    </span>
  );
}

/** The 44 px bar of the screen. */
export function PlanBar(props: PlanBarProps) {
  const { campaign, campaigns, onOpenPlan, onRename, onRemove, onNewPlan } = props;
  const t = useTranslations('campaigns');
  const figures = useFigures();
  const actions = (
    <>
      <AddMenu {...props} />
      <ExportMenu {...props} />
      <Menu
        align="end"
        trigger={<IconButton icon={IconDots} label={t('planMenu')} />}
        items={[
          { key: 'new', label: t('newPlan'), onSelect: onNewPlan },
          { key: 'remove', label: t('removePlan'), danger: true, divided: true, onSelect: onRemove },
        ]}
      />
    </>
  );
  return (
    <Toolbar
      title={<InlineEdit label={t('planName')} value={campaign.name} onSave={onRename} marked />}
      actions={actions}
    >
      <span className={styles.quiet}>{figures.date(campaign.startDate)}</span>
      <InPlan {...props} />
      {campaigns.length > 1 ? (
        <Select
          label={t('plan')}
          labelAt="spoken"
          size={24}
          value={String(campaign.id)}
          options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(id) => onOpenPlan(Number(id))}
        />
      ) : null}
    </Toolbar>
  );
}
