// Looks for customers who are probably the same person. Only proposes: what becomes of a pair is the analyst's decision.
import type { Progress } from '../../../shared/model/job.ts';
import type { Field, Source } from '../../../shared/model/source.ts';
import {
  comparableEmail,
  comparablePhone,
  comparableStreet,
  nameTokens,
} from '../analysis/people/personText.ts';
import { findPairs } from '../analysis/people/findPairs.ts';
import type { People } from '../analysis/people/findPairs.ts';
import { duplicatesSignature, personFields, writeDuplicates } from '../db/duplicates.ts';
import type { FoundPair, Person } from '../db/duplicates.ts';
import { beginRun, finishRun, runBySignature } from '../db/runs.ts';
import { readSources } from '../db/sources.ts';
import { preparedCells, readPrepared } from '../preparing/prepared.ts';
import { parseDate } from '../files/index.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';

const DAY_MS = 86_400_000;
const ROWS_PER_YIELD = 20_000;

interface Gathered extends People {
  readonly persons: Person[];
  readonly emails: string[];
  readonly phones: string[];
  readonly names: (readonly string[])[];
  readonly streets: string[];
  readonly days: number[];
}

const firstOf = (texts: readonly (string | null)[], change: (text: string) => string): string => {
  for (const text of texts) {
    const changed = text === null ? '' : change(text);
    if (changed !== '') return changed;
  }
  return '';
};

/** One customer table's details in comparable form. */
function* gather({ db }: JobContext, source: Source, into: Gathered): Generator<undefined> {
  const fields = personFields(source);
  const prepared = readPrepared(db, source);
  const key = source.fields.find(({ role }) => role === 'customerKey');
  if (!key || !prepared || fields.length === 0) return;
  const positions = [key.position, ...fields.map(({ position }) => position)];
  const of = (kind: Field['pii']): number[] =>
    fields.flatMap(({ pii }, at) => (pii === kind ? [at + 1] : []));
  const [emails, phones, names, births, streets] = [
    of('email'),
    of('phone'),
    of('name'),
    of('birthDate'),
    of('street'),
  ];
  const birthOrder = fields[(births[0] ?? 1) - 1]?.dateOrder ?? 'ymd';
  let row = 0;
  for (const cells of preparedCells(db, prepared, positions)) {
    const pick = (places: readonly number[]) => places.map((at) => cells[at] ?? null);
    const [own] = cells;
    if (own !== null && own !== undefined) {
      into.persons.push({ sourceId: source.id, row, key: own.trim() });
      into.emails.push(firstOf(pick(emails), comparableEmail));
      into.phones.push(firstOf(pick(phones), comparablePhone));
      into.names.push(
        nameTokens(
          pick(names)
            .filter((text) => text !== null)
            .join(' '),
        ),
      );
      const [birth] = pick(births);
      into.days.push(birth == null ? NaN : Math.floor((parseDate(birth, birthOrder) ?? NaN) / DAY_MS));
      into.streets.push(
        firstOf(
          [
            pick(streets)
              .filter((text) => text !== null)
              .join(' '),
          ],
          comparableStreet,
        ),
      );
    }
    if (++row % ROWS_PER_YIELD === 0) yield;
  }
}

/** Two rows with the same key are one customer already. */
const isPair = (persons: readonly Person[], left: number, right: number): boolean =>
  persons[left]?.key !== persons[right]?.key;

/**
 * @param from to the stretch of the whole job's progress that this takes
 * @returns how many pairs were found; what was found for the same sources is found again
 */
export async function* findDuplicates(
  context: JobContext,
  from = 0,
  to = 1,
): AsyncGenerator<Progress, { pairs: number }> {
  const { db, now } = context;
  const signature = duplicatesSignature(db);
  yield* computeFeatures(context, from, from); // the recorded fixes must have been applied
  const known = runBySignature(db, 'duplicates', signature);
  if (known) return JSON.parse(known.summary) as { pairs: number };
  const into: Gathered = {
    persons: [],
    emails: [],
    phones: [],
    names: [],
    births: new Float64Array(0),
    streets: [],
    days: [],
  };
  for (const source of readSources(db)) {
    if (source.kind !== 'customers') continue;
    for (const _ of gather(context, source, into)) yield within('comparing', from, to, 0.2);
  }
  const finding = findPairs({ ...into, births: Float64Array.from(into.days) });
  let step = finding.next();
  for (; !step.done; step = finding.next()) yield within('comparing', from, to, 0.3 + 0.7 * step.value);
  const pairs: FoundPair[] = step.value
    .filter(({ left, right }) => isPair(into.persons, left, right))
    .map(({ left, right, score, reasons }) => ({
      left: into.persons[left] as Person,
      right: into.persons[right] as Person,
      score,
      reasons: [...reasons],
    }));
  const runId = context.write(() => beginRun(db, 'duplicates', signature, {}, now.toISOString()));
  context.begun(runId);
  context.write(() => {
    writeDuplicates(db, runId, pairs);
    finishRun(db, runId, { pairs: pairs.length });
  });
  context.kept(runId);
  context.changed(['run']);
  return { pairs: pairs.length };
}
