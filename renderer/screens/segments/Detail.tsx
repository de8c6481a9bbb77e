// The open segment, connected: asks for its detail and turns what the analyst does into commands.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EvidenceUnit } from '../../../shared/model/evidence.ts';
import type { FeatureSet } from '../../../shared/model/feature.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { CannotShow, useNotify } from '../../app/index.ts';
import { useAsk, useCommand, useJob } from '../../data/index.ts';
import { AudienceDialog, type AudienceWish, useSaveFile } from '../../handover/index.ts';
import { DetailView } from './DetailView.tsx';
import { Belonging } from './Belonging.tsx';
import { RuleForms } from './RuleForms.tsx';
import { useLevels } from '../../evidence/index.ts';
import type { ExportChoice } from './SegmentHead.tsx';
import { Loading } from './states.tsx';

export interface DetailProps {
  readonly summary: SegmentSummary;
  readonly segments: readonly SegmentSummary[];
  readonly set: FeatureSet | null;
  readonly currency: string;
  readonly onMerge: (() => void) | null;
}

/** Unit and header of a feature by its name; plain numbers where it is unknown. */
function useFeatureFacts(set: FeatureSet | null) {
  return useMemo(() => {
    const known = new Map((set?.features ?? []).map((feature) => [feature.name, feature]));
    return {
      unitOf: (name: string): EvidenceUnit => known.get(name)?.unit ?? 'none',
      headerOf: (name: string): string | undefined => known.get(name)?.label,
    };
  }, [set]);
}

/** The export menu: summaries are written at once, customers after a question about personal data. */
function useExports({ summary, segments }: DetailProps) {
  const t = useTranslations('segments');
  const { save } = useSaveFile('exports.write');
  const [audience, setAudience] = useState<'one' | 'all' | null>(null);
  const onExport = (choice: ExportChoice): void => {
    if (choice === 'summary') save(t('segmentsFile'), { what: 'segments.csv', allowPii: false });
    else if (choice === 'json') save(t('definitionsFile'), { what: 'segments.json', allowPii: false });
    else setAudience(choice === 'audience' ? 'one' : 'all');
  };
  const onAudience = (wish: AudienceWish): void => {
    const one = audience === 'one';
    const name = one ? t('audienceFile', { name: summary.name }) : t('audienceAllFile');
    save(name, { what: 'audience.csv', ...wish, ...(one ? { segmentId: summary.id } : {}) });
    setAudience(null);
  };
  const customers =
    audience === 'one' ? summary.customers : segments.reduce((sum, one) => sum + one.customers, 0);
  return { onExport, onAudience, audience, customers, close: () => setAudience(null) };
}

function useDecisions(segmentId: number) {
  const { fail } = useNotify();
  const navigate = useNavigate();
  const rename = useCommand('segments.rename');
  const recolour = useCommand('segments.recolour');
  const note = useCommand('segments.note');
  const draft = useJob('personas.draft');
  const failing = { onError: fail };
  return {
    onRename: (name: string) => rename.mutate({ segmentId, name }, failing),
    onRecolour: (colour: SegmentSummary['colour']) => recolour.mutate({ segmentId, colour }, failing),
    onNote: (text: string) => note.mutate({ segmentId, note: text }, failing),
    onCreatePersona: () =>
      draft.mutate(
        { segmentId },
        {
          ...failing,
          onSuccess: () => void navigate({ to: '/personas/{-$id}', params: { id: String(segmentId) } }),
        },
      ),
    drafting: draft.isPending,
  };
}

/** How well the segment comes back in resamples; null where nobody drew its customers again, as after a merge. */
function useStability({ segmentationId, clusters }: SegmentSummary): number | null {
  const solutions = useAsk('segmentations.list', undefined).data;
  const [cluster = -1] = clusters;
  if (clusters.length !== 1) return null;
  return solutions?.find(({ id }) => id === segmentationId)?.stability?.jaccard[cluster] ?? null;
}

/** Detail of one segment. Keeps the previous one on screen while the next is computed. */
export function Detail(props: DetailProps) {
  const t = useTranslations('segments');
  const { summary, segments, set, currency, onMerge } = props;
  const detail = useAsk('segments.get', { segmentId: summary.id }, { keepPrevious: true });
  const write = useLevels(currency);
  const facts = useFeatureFacts(set);
  const stability = useStability(summary);
  const files = useExports(props);
  const decisions = useDecisions(summary.id);
  const [forms, setForms] = useState(false);
  if (detail.error)
    return <CannotShow title={t('failed')} error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <Loading />;
  return (
    <>
      <DetailView
        {...facts}
        {...decisions}
        segment={detail.data}
        segments={segments}
        stability={stability}
        currency={currency}
        write={write}
        onMerge={onMerge}
        onExport={files.onExport}
        onForms={() => setForms(true)}
        belonging={<Belonging key={summary.id} segment={summary} segments={segments} />}
      />
      {forms ? (
        <RuleForms
          segmentId={summary.id}
          name={summary.name}
          ruled={detail.data.rule !== null}
          onClose={() => setForms(false)}
        />
      ) : null}
      <AudienceDialog
        key={files.audience ?? 'closed'}
        opened={files.audience !== null}
        customers={files.customers}
        onClose={files.close}
        onExport={files.onAudience}
      />
    </>
  );
}
