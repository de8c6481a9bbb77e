// Options of the command line: strict, so that a misspelt option is an error and not silently ignored.
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import { ClusterSettings } from '../../../shared/model/segmentation.ts';

export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Parsed {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  readonly many: (name: string) => readonly string[];
}

/** @throws UsageError for unknown options, too few or too many words */
export function parseOptions(
  argv: readonly string[],
  options: Options,
  words: { readonly least: number; readonly most: number },
): Parsed {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'bad options');
  }
  const { values, positionals } = parsed;
  const count = positionals.length;
  if (count < words.least) throw new UsageError('an argument is missing');
  if (count > words.most) throw new UsageError(`one argument too many: ${positionals[words.most]}`);
  return {
    words: positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
    many: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}

export const TEXT = { type: 'string' } as const;
export const FLAG = { type: 'boolean' } as const;
export const MANY = { type: 'string', multiple: true } as const;

/** `a,b`; a name that holds a comma is quoted: `"Spend, yearly",visits`. */
export function parseNames(text: string): readonly string[] {
  const parts = text.match(/\s*"(?:[^"]|"")*"\s*|[^,]+/g) ?? [];
  const plain = (part: string): string =>
    part.startsWith('"') && part.endsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
  return parts.map((part) => plain(part.trim())).filter((name) => name !== '');
}

/** `5` (1 to 50) or `2..12` (from 2, to 20). @throws UsageError */
export function parseK(text: string): number | { from: number; to: number } {
  const range = /^(\d+)\.\.(\d+)$/.exec(text);
  const k = range ? { from: Number(range[1]), to: Number(range[2]) } : text === '' ? NaN : Number(text);
  const checked = ClusterSettings.shape.k.safeParse(k);
  const backwards = typeof k === 'object' && k.from > k.to;
  if (checked.success && !backwards) return checked.data;
  throw new UsageError(`--k takes a number from 1 to 50 or a range such as 2..12 (to 20), not ${text}`);
}

/** @throws UsageError unless it is a whole number from 0 to 2147483647 */
export function parseSeed(text: string): number {
  const checked = ClusterSettings.shape.seed.safeParse(text === '' ? NaN : Number(text));
  if (checked.success) return checked.data;
  throw new UsageError(`--seed takes a whole number from 0 to 2147483647, not ${text}`);
}

/** `yyyy-mm-dd`, a day that exists. @throws UsageError */
export function parseDay(text: string, option: string): string {
  const day = z.iso.date().safeParse(text);
  if (day.success) return day.data;
  throw new UsageError(`${option} takes a date such as 2027-01-31, not ${text}`);
}

/** @throws UsageError when the word is not one of the known ones */
export function oneOf<T extends string>(known: readonly T[], text: string, option: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new UsageError(`${option} takes ${known.join(', ')}, not ${text}`);
  return found;
}

/** One JSON document on stdout and nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
