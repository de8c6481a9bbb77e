// The customers of the active segments, one by one, for audience lists. PII is looked up only when it is allowed.
import type { Field } from '../../../shared/model/source.ts';
import { ACTION_CHANNELS } from '../../../shared/model/playbook.ts';
import { readKeys, readReach } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { samePersons } from '../db/persons.ts';
import { readSources } from '../db/sources.ts';
import { preparedCells, readPrepared } from '../preparing/prepared.ts';
import type { Prepared } from '../preparing/prepared.ts';
import type { AudienceCustomer } from '../export/audience.ts';
import { firmnessOf } from './belonging.ts';
import { isRemote } from './campaigns.ts';
import type { ActiveModel } from './report.ts';

interface PiiSource {
  readonly prepared: Prepared;
  readonly key: Field;
  readonly fields: readonly Field[];
}

function piiSource(db: ReadDb): PiiSource | null {
  for (const source of readSources(db)) {
    const key = source.fields.find((field) => field.role === 'customerKey');
    const fields = source.fields.filter((field) => field.role === 'contact' || field.role === 'pii');
    const prepared = readPrepared(db, source);
    if (prepared && source.kind === 'customers' && key && fields.length > 0) return { prepared, key, fields };
  }
  return null;
}

function piiByKey(db: ReadDb, source: PiiSource | null): ReadonlyMap<string, (string | null)[]> {
  const found = new Map<string, (string | null)[]>();
  if (!source) return found;
  const positions = [source.key, ...source.fields].map((field) => field.position);
  const kept = samePersons(db);
  // Of a person with several keys the contact details under the kept one count.
  for (const [key, ...values] of preparedCells(db, source.prepared, positions)) {
    const own = key?.trim() ?? '';
    if (own !== '' && (kept(own) === own || !found.has(kept(own)))) found.set(kept(own), values);
  }
  return found;
}

export interface Audience {
  readonly piiColumns: readonly string[];
  readonly customers: Iterable<AudienceCustomer>;
}

export interface AudienceWish {
  readonly allowPii: boolean;
  /** With how firmly each belongs. */
  readonly belonging: boolean;
  /** Only this segment; all of them when left out. */
  readonly segmentId?: number;
}

export function audienceOf(
  db: ReadDb,
  { model, summaries }: ActiveModel,
  { allowPii, belonging, segmentId }: AudienceWish,
): Audience {
  const source = allowPii ? piiSource(db) : null;
  const pii = piiByKey(db, source);
  const keys = readKeys(db, model.features.runId);
  const flags = ACTION_CHANNELS.map(
    (channel) => [channel, readReach(db, model.features.runId, channel)] as const,
  );
  const nameOf = (id: number): string | null => summaries.find((one) => one.id === id)?.name ?? null;
  const firmnessAt = belonging ? firmnessOf(db, model, nameOf) : null;
  const unknown = flags.flatMap(([channel, flag]) => (flag || !isRemote(channel) ? [] : [channel]));
  function* customers(): Generator<AudienceCustomer> {
    for (const [row, label] of model.labels.entries()) {
      const segment = summaries[label];
      if (!segment || (segmentId !== undefined && segment.id !== segmentId)) continue;
      const key = keys[row] ?? '';
      const reach = flags.filter(([, flag]) => !flag || flag[row] === 1).map(([channel]) => channel);
      yield {
        key,
        segment: segment.name,
        reach,
        unknown,
        ...(firmnessAt && { firmness: firmnessAt(row) }),
        ...(source ? { pii: pii.get(key) ?? [] } : {}),
      };
    }
  }
  return { piiColumns: source?.fields.map((field) => field.header) ?? [], customers: customers() };
}
