// Remembered layouts: which one fits a file by its headers, and what it says about the file's columns.
import { createHash } from 'node:crypto';
import type { Layout, LayoutColumn } from '../../../../shared/model/layout.ts';
import type { ColumnMapping } from '../../../../shared/model/source.ts';
import type { Inspection } from '../../../../shared/model/inspection.ts';
import type { ReadOverrides } from '../../../../shared/model/readSettings.ts';
import { headerWords } from './words.ts';

/** Below this share of common headers a file is not of the layout's shape. */
const LEAST_COMMON = 0.8;
const LEAST_COLUMNS = 3;

/** One header as it is compared: case, accents, spaces and punctuation aside. */
export function shapeWord(header: string): string {
  const words = headerWords(header).join(' ');
  return words === '' ? header.trim() : words;
}

/**
 * The fingerprint of a file's shape: its headers in order. Delimiter, encoding and quotes play no part.
 * @returns undefined for a file without headers: columns known only by position have no shape to recognise.
 */
export function shapeOf(headers: readonly string[]): string | undefined {
  if (headers.every((header) => header.trim() === '')) return undefined;
  const words = headers.map(shapeWord).join('\u0000');
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}

function commonShare(layout: Layout, words: ReadonlySet<string>): number {
  const known = new Set(layout.columns.map(({ header }) => shapeWord(header)));
  let common = 0;
  for (const word of known) if (words.has(word)) common++;
  return common < LEAST_COLUMNS ? 0 : common / (known.size + words.size - common);
}

/**
 * The remembered layout for these headers: the same shape, else the likest with at least four fifths of all headers
 * in common (a column more or less), the newest of equals.
 */
export function layoutFor(headers: readonly string[], layouts: readonly Layout[]): Layout | undefined {
  const shape = shapeOf(headers);
  if (shape === undefined) return undefined;
  const same = layouts.find((layout) => layout.id === shape);
  if (same !== undefined) return same;
  const words = new Set(headers.filter((header) => header.trim() !== '').map(shapeWord));
  let best: { readonly layout: Layout; readonly share: number } | undefined;
  for (const layout of layouts) {
    const share = commonShare(layout, words);
    if (share >= LEAST_COMMON && share > (best?.share ?? 0)) best = { layout, share };
  }
  return best?.layout;
}

type Ask = Inspection['asks'][number];

/** The layout's answers to what this file leaves open; what the file says by itself is not overruled. */
export function answersOf({ id, settings }: Layout, found: Inspection, given: ReadOverrides): ReadOverrides {
  const open = (ask: Ask): boolean => found.asks.includes(ask);
  const { headerRow } = found.settings;
  const { totals, nullWords, repairDoubleEncoding, numbersShown } = settings;
  // Told by position, so only for the very same columns.
  const isSame = id === shapeOf(found.columns.map(({ header }) => header));
  return {
    // The headers were recognised, so the row that was found is the header.
    ...(open('header') ? { headerRow } : {}),
    ...(totals === undefined ? {} : { totals }),
    ...(nullWords === undefined ? {} : { nullWords }),
    ...(repairDoubleEncoding === undefined ? {} : { repairDoubleEncoding }),
    ...(numbersShown === undefined || !isSame ? {} : { numbersShown }),
    ...(open('encoding') ? { encoding: settings.encoding } : {}),
    ...(open('dateOrder') ? { dateOrder: settings.dateOrder } : {}),
    ...(open('decimal') ? { decimal: settings.decimal, thousands: settings.thousands } : {}),
    ...given,
  };
}

/** Pairs the file's columns with the layout's by header; of equal headers the first takes the first. */
function pair(layout: Layout, columns: Inspection['columns']): ReadonlyMap<number, LayoutColumn> {
  const free = Map.groupBy(layout.columns, ({ header }) => shapeWord(header));
  const pairs = new Map<number, LayoutColumn>();
  for (const { position, header } of columns) {
    const next = free.get(shapeWord(header))?.shift();
    if (next !== undefined) pairs.set(position, next);
  }
  return pairs;
}

/** The known columns of a file with the layout's meanings; conventions stay as the file has them. */
export function mappingFrom(layout: Layout, { columns }: Inspection): readonly ColumnMapping[] {
  const pairs = pair(layout, columns);
  return columns.flatMap((column): readonly ColumnMapping[] => {
    const known = pairs.get(column.position);
    if (known === undefined) return [];
    const { position, name, header, pii, decimal, thousands, dateOrder } = column;
    const { type, role, criterion } = known;
    return [{ position, name, header, pii, decimal, thousands, dateOrder, type, role, criterion }];
  });
}
