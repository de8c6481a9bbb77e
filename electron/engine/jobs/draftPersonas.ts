// Drafts a persona per segment from its evidence; all of them are one undoable decision.
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { PersonaDraft } from '../../../shared/model/persona.ts';
import { record } from '../db/journal.ts';
import { readPersonas, replacePersona } from '../db/personaTable.ts';
import { activeSegmentation } from '../profiles/segmentationModel.ts';
import { statementsOf } from '../profiles/statements.ts';
import { summariesOf } from '../profiles/summaries.ts';
import { draftPersona } from '../writing/index.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';

/** @throws AppError NO-SEGMENTS, SEGMENT-UNKNOWN */
export async function* draftPersonas(
  context: JobContext,
  { segmentId }: { readonly segmentId?: number },
): AsyncGenerator<Progress, { personas: number }> {
  const { db, now } = context;
  yield within('profiling', 0, 0.5, 0);
  const model = activeSegmentation(db);
  if (!model) throw new AppError('NO-SEGMENTS');
  const statements = statementsOf(db, model);
  const summaries = summariesOf(db, model);
  const wanted = summaries.filter((segment) => segmentId === undefined || segment.id === segmentId);
  if (wanted.length === 0) throw new AppError('SEGMENT-UNKNOWN');
  const { locale, currency, seed } = model.settings;
  const others = readPersonas(db).filter(
    (persona) => !wanted.some((segment) => segment.id === persona.segmentId),
  );
  const takenNames = others.map((persona) => persona.name);
  const drafts: PersonaDraft[] = [];
  for (const segment of wanted) {
    yield within('drafting', 0.5, 0.95, drafts.length / wanted.length);
    const evidence = statements.evidence[summaries.indexOf(segment)] ?? [];
    const draft = draftPersona({ segment, evidence, locale, seed, currency, takenNames });
    takenNames.push(draft.name);
    drafts.push(draft);
  }
  const change = {
    label: 'personas.draft',
    detail: drafts.map((draft) => draft.name).join(', '),
    at: now.toISOString(),
  };
  const { tables } = context.write(() =>
    record(db, change, () => {
      for (const draft of drafts) replacePersona(db, draft);
    }),
  );
  context.changed([...tables, 'change']);
  return { personas: drafts.length };
}
