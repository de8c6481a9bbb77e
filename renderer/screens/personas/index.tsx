// Personas: is this portrait true? Routes `/personas` and `/personas/<segment id>`.
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Persona } from '../../../shared/model/persona.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { CannotShow, NoSegments, useNotify, useProject } from '../../app/index.ts';
import { useAsk, useCommand, useJob, useJobs } from '../../data/index.ts';
import { useLevels } from '../../evidence/index.ts';
import { useSaveFile } from '../../handover/index.ts';
import { Progress } from '../../ui/index.ts';
import { PersonasView } from './PersonasView.tsx';
import type { Seat } from './PersonaTabs.tsx';
import styles from './personas.module.css';

/** Edits of one persona as commands; each is undone by itself. */
function useEdits(personaId: number | undefined) {
  const { fail } = useNotify();
  const rename = useCommand('personas.rename');
  const editPhrase = useCommand('personas.editPhrase');
  const removePhrase = useCommand('personas.removePhrase');
  const editQuote = useCommand('personas.editQuote');
  const failing = { onError: fail };
  const id = personaId ?? 0;
  return {
    onRename: (name: string) => rename.mutate({ personaId: id, name }, failing),
    onEditPhrase: (phraseId: string, text: string) =>
      editPhrase.mutate({ personaId: id, phraseId, text }, failing),
    onRemovePhrase: (phraseId: string) => removePhrase.mutate({ personaId: id, phraseId }, failing),
    onEditQuote: (text: string) => editQuote.mutate({ personaId: id, text }, failing),
  };
}

/** Drafting, with the share of whichever draft runs (also one started elsewhere). */
function useDrafting() {
  const { fail } = useNotify();
  const draft = useJob('personas.draft');
  const running = useJobs().find(
    (job) => job.kind === 'personas.draft' && (job.state === 'running' || job.state === 'waiting'),
  );
  return {
    drafting: running ? running.progress.share : draft.isPending ? 0 : null,
    onDraft: (segmentId?: number) =>
      draft.mutate(segmentId === undefined ? {} : { segmentId }, { onError: fail }),
  };
}

interface PersonasProps {
  readonly segments: readonly [SegmentSummary, ...SegmentSummary[]];
  readonly personas: readonly Persona[];
  readonly currency: string;
}

function Personas({ segments, personas, currency }: PersonasProps) {
  const files = useTranslations('exports.fileName');
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const seatOf = (segment: SegmentSummary): Seat => ({
    segment,
    persona: personas.find((persona) => persona.segmentId === segment.id) ?? null,
  });
  const [first, ...others] = segments;
  const seats = [seatOf(first), ...others.map(seatOf)] as const;
  const open = seats.find((seat) => String(seat.segment.id) === id) ?? seats[0];
  const edits = useEdits(open.persona?.id);
  const draft = useDrafting();
  const { save } = useSaveFile('exports.write');
  const levels = useLevels(currency);
  const params = { id: String(open.segment.id) };
  return (
    <PersonasView
      {...edits}
      {...draft}
      seats={seats}
      openId={open.segment.id}
      onOpen={(segmentId) => void navigate({ to: '/personas/{-$id}', params: { id: String(segmentId) } })}
      onOpenSegment={() => void navigate({ to: '/segments/{-$id}', params })}
      onExport={() => save(`${files('personas')}.json`, { what: 'personas.json', allowPii: false })}
      write={levels}
    />
  );
}

/** The screen of the personas of the segmentation in use. */
export function Screen() {
  const t = useTranslations('personas');
  const common = useTranslations('common');
  const project = useProject();
  const segments = useAsk('segments.list', {});
  const personas = useAsk('personas.list', undefined);
  const failed = segments.error ? segments : personas.error ? personas : null;
  if (failed?.error)
    return <CannotShow title={t('cannotShow')} error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!segments.data || !personas.data || !project)
    return (
      <div className={styles.loading}>
        <Progress share={null} label={common('loading')} />
      </div>
    );
  const [first, ...others] = segments.data;
  if (!first) return <NoSegments />;
  return (
    <Personas segments={[first, ...others]} personas={personas.data} currency={project.settings.currency} />
  );
}
