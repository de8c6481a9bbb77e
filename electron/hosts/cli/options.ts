// Options of the command line: strict, so that a misspelt option is an error and not silently ignored.
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Parsed {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  readonly many: (name: string) => readonly string[];
}

/** @throws UsageError for unknown options or too few words */
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
  if (positionals.length < words.least || positionals.length > words.most)
    throw new UsageError('wrong number of arguments');
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

/** `5` or `2..12`. @throws UsageError */
export function parseK(text: string): number | { from: number; to: number } {
  const range = /^(\d+)\.\.(\d+)$/.exec(text);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--k takes a number or a range such as 2..12, not ${text}`);
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
