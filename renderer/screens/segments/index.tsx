// Segments: who are they, and will they hold? Routes `/segments` and `/segments/<id>`.
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LineageProposal } from '../../../shared/model/lineage.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import {
  CannotShow,
  FormerCustomers,
  NoSegments,
  useNotify,
  usePlacing,
  useProject,
} from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { Detail } from './Detail.tsx';
import { LineagePane } from './LineagePane.tsx';
import { SegmentsView } from './SegmentsView.tsx';
import { Loading } from './states.tsx';

interface SegmentsProps {
  readonly segments: readonly [SegmentSummary, ...SegmentSummary[]];
  readonly currency: string;
}

function Segments({ segments, currency }: SegmentsProps) {
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const { fail, notify } = useNotify();
  const t = useTranslations('segments.lineage');
  const merge = useCommand('segments.merge');
  const inherit = useCommand('segments.inherit');
  const dismiss = useCommand('segments.dismiss');
  const features = useAsk('features.get', undefined);
  const { segmentationId } = segments[0];
  const lineage = useAsk('segmentations.lineage', { segmentationId }).data;
  const solutions = useAsk('segmentations.list', undefined).data;
  const isFormer = solutions?.find((one) => one.id === segmentationId)?.outdated ?? false;
  const placing = usePlacing();
  const [merging, setMerging] = useState<readonly number[] | null>(null);
  const open = segments.find((segment) => String(segment.id) === id) ?? segments[0];
  const onOpen = (segmentId: number): void =>
    void navigate({ to: '/segments/{-$id}', params: { id: String(segmentId) } });
  const onMerge = (segmentIds: readonly number[]): void =>
    merge.mutate(
      { segmentIds: [...segmentIds] },
      {
        onError: fail,
        onSuccess: () => {
          setMerging(null);
          if (segmentIds[0] !== undefined) onOpen(segmentIds[0]);
        },
      },
    );
  const nameOf = (segmentId: number): string =>
    segments.find((segment) => segment.id === segmentId)?.name ?? '';
  const onTake = ({ segmentId, from, name, note, persona }: LineageProposal): void =>
    inherit.mutate(
      {
        segmentId,
        fromSegmentId: from.id,
        name: name !== null,
        note: note !== null,
        persona: persona !== null,
      },
      { onError: fail, onSuccess: () => notify('ok', t('taken', { name: from.name })) },
    );
  const onDismiss = ({ segmentId, from }: LineageProposal): void =>
    dismiss.mutate(
      { segmentId, fromSegmentId: from.id },
      { onError: fail, onSuccess: () => notify('ok', t('dismissed', { name: from.name })) },
    );
  const list = { segments, openId: open.id, onOpen, currency, merging, onMerging: setMerging, onMerge };
  return (
    <SegmentsView
      list={list}
      notice={isFormer ? <FormerCustomers onPlace={placing ? () => placing(segmentationId) : null} /> : null}
      lineage={lineage ? <LineagePane {...{ lineage, nameOf, onTake, onDismiss }} /> : null}
    >
      <Detail
        summary={open}
        segments={segments}
        set={features.data ?? null}
        currency={currency}
        onMerge={segments.length > 1 && !merging ? () => setMerging([open.id]) : null}
      />
    </SegmentsView>
  );
}

/** The screen of the active segmentation's segments. */
export function Screen() {
  const t = useTranslations('segments');
  const project = useProject();
  const segments = useAsk('segments.list', {});
  if (segments.error)
    return <CannotShow title={t('failed')} error={segments.error} onRetry={() => void segments.refetch()} />;
  if (!segments.data) return <Loading />;
  const [first, ...others] = segments.data;
  if (!first || !project) return <NoSegments />;
  return <Segments segments={[first, ...others]} currency={project.settings.currency} />;
}
