// JSON exports for scripts: the model's own types under a schema name and version. Keys are sorted, so that two
// exports of the same project are equal byte for byte and differ only where the project does.
import type { Campaign, PlanTotals } from '../../../shared/model/campaign.ts';
import type { Persona } from '../../../shared/model/persona.ts';
import type { SegmentDetail } from '../../../shared/model/segmentation.ts';

/** Raised when a field changes its meaning or goes away; new fields do not raise it. */
const JSON_SCHEMA_VERSION = 1;

/** What is said about a segment, without its charts and without single customers. */
export type ExportedSegment = Omit<SegmentDetail, 'histograms' | 'typical' | 'typicalFeatures'>;

export function segmentsJson(segments: readonly ExportedSegment[]): string {
  return stableJson({ schema: 'clientela.segments', schemaVersion: JSON_SCHEMA_VERSION, segments });
}

export function personasJson(personas: readonly Persona[]): string {
  return stableJson({ schema: 'clientela.personas', schemaVersion: JSON_SCHEMA_VERSION, personas });
}

/** `totals` are those of the only campaign, else null: totals of plans that overlap would count customers twice. */
export function planJson(campaigns: readonly Campaign[]): string {
  const only = campaigns.length === 1 ? campaigns[0] : undefined;
  const totals: PlanTotals | null = only?.totals ?? null;
  return stableJson({ schema: 'clientela.plan', schemaVersion: JSON_SCHEMA_VERSION, campaigns, totals });
}

/** JSON with sorted keys, two spaces, a final line break, and lone surrogates replaced. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]) => [key.toWellFormed(), sorted(item)] as const);
  // Code point order, not a language's: the same on every machine..
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
