// Rows of the lists that go to a mailing or calling tool, and of the segment overview as CSV.
import type { CsvCell } from './csv.ts';
import { evidenceLabel, type Words } from './words.ts';
import type { ReportSegment } from './report.ts';
import { ACTION_CHANNELS, type ActionChannel } from '../../../shared/model/playbook.ts';

/** Null where it is not known: outside the sample of silhouettes, without another segment. */
export interface Firmness {
  readonly next: string | null;
  readonly silhouette: number | null;
  readonly margin: number | null;
  readonly distance: number | null;
  readonly nextDistance: number | null;
}

export interface AudienceCustomer {
  readonly key: string;
  readonly segment: string;
  /** Where the customer has an address and gave consent. */
  readonly reach: readonly ActionChannel[];
  /** Channels of which the project does not know: neither yes nor no. */
  readonly unknown?: readonly ActionChannel[];
  /** How firmly the customer belongs; only where it is asked for. */
  readonly firmness?: Firmness;
  /** PII values in the order of `piiColumns`; ignored unless those are allowed. */
  readonly pii?: readonly (string | null)[];
}
export interface AudienceOptions {
  /** Headers of the PII columns. They leave the project only with `allowPii`. */
  readonly piiColumns: readonly string[];
  readonly allowPii: boolean;
  readonly belonging?: boolean;
}

const FIRMNESS = ['silhouette', 'margin', 'distance', 'nextDistance'] as const;

/**
 * A header and one row per customer: key, segment, how firmly they belong if asked for, yes or no per channel (empty =
 * not known), and the PII columns if allowed.
 * Streams: customers are taken one by one.
 */
export async function* audienceRows(
  customers: Iterable<AudienceCustomer> | AsyncIterable<AudienceCustomer>,
  options: AudienceOptions,
  words: Words,
): AsyncGenerator<readonly CsvCell[]> {
  const { t } = words;
  const piiColumns = options.allowPii ? options.piiColumns : [];
  const channels = ACTION_CHANNELS.map((channel) => t(`exports.channel.${channel}`));
  const firm = options.belonging
    ? [t('segments.belonging.next'), ...FIRMNESS.map((name) => t(`segments.belonging.${name}`))]
    : [];
  yield [t('exports.column.customerKey'), t('exports.column.segment'), ...firm, ...channels, ...piiColumns];
  const yes = t('exports.word.yes');
  const no = t('exports.word.no');
  for await (const { key, segment, firmness, reach, unknown = [], pii } of customers) {
    const belongs = options.belonging
      ? [firmness?.next ?? null, ...FIRMNESS.map((name) => shortened(firmness?.[name] ?? null))]
      : [];
    const reached = ACTION_CHANNELS.map((channel) =>
      unknown.includes(channel) ? null : reach.includes(channel) ? yes : no,
    );
    yield [key, segment, ...belongs, ...reached, ...piiColumns.map((_, index) => pii?.[index] ?? null)];
  }
}

/** One row per segment: size, shares, revenue, and its three strongest differences in words. */
export function segmentRows(segments: readonly ReportSegment[], words: Words): (readonly CsvCell[])[] {
  const { t } = words;
  const names = [
    'letter',
    'segment',
    'customers',
    'share',
    'revenue',
    'revenueShare',
    'evidence',
    'note',
  ] as const;
  const header = names.map((name) => t(`exports.column.${name}`));
  const rows = segments.map((segment) => [
    segment.letter,
    segment.name,
    segment.customers,
    rounded(segment.share, 6),
    segment.revenue === null ? null : rounded(segment.revenue, 2),
    segment.revenueShare === null ? null : rounded(segment.revenueShare, 6),
    segment.top
      .slice(0, 3)
      .map((evidence) => {
        const index = evidence.index === null ? '' : ` (${words.integer(evidence.index)})`;
        return `${evidenceLabel(evidence)}${index}`;
      })
      .join('; '),
    segment.note,
  ]);
  return [header, ...rows];
}

/** Stored with seven digits: no more are written. */
function shortened(value: number | null): number | null {
  return value === null ? null : rounded(value, 6);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
