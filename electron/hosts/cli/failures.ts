// What went wrong, as one line on stderr: code, sentence, place. A bug also shows its trace, without its message.
import { ORPCError } from '@orpc/client';
import { translatorOf } from '../../../shared/i18n/index.ts';
import { describeError, describePlace } from '../../../shared/i18n/describeError.ts';
import { AppError, fromErrorData, toErrorData } from '../../../shared/errors.ts';
import type { ErrorData } from '../../../shared/errors.ts';
import { systemLocale } from './notices.ts';

interface ValidationIssue {
  readonly path?: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/** The value at a path of the input, as far as it goes, short enough for a message. */
function foundAt(input: unknown, path: readonly PropertyKey[]): string {
  let value = input;
  for (const key of path) value = (Object(value) as Readonly<Record<PropertyKey, unknown>>)[key];
  return (JSON.stringify(value) ?? '').slice(0, 80);
}

/** The field that a schema refused: its path, or the name of a field that does not exist there. */
export function refusedField(issue: ValidationIssue | undefined): string {
  return [...(issue?.path ?? []), ...(issue?.keys?.slice(0, 1) ?? [])].map(String).join('.');
}

function validationError({ data, cause }: ORPCError<string, unknown>): AppError {
  const [issue] = (Object(data) as { readonly issues?: readonly ValidationIssue[] }).issues ?? [];
  const input = (Object(cause) as { readonly data?: unknown }).data;
  const path = issue?.path ?? [];
  const found = foundAt(input, issue?.keys ? [...path, ...issue.keys.slice(0, 1)] : path);
  return new AppError('INPUT-INVALID', { field: refusedField(issue) || 'input', found });
}

/** What the contract throws, as the AppError that it carries; an input that does not fit is one as well. */
function remoteError(error: unknown): unknown {
  if (!(error instanceof ORPCError)) return error;
  if (error.code === 'APP') return fromErrorData(error.data as ErrorData);
  return error.code === 'BAD_REQUEST' ? validationError(error) : error;
}

/** Writes the error to stderr in the language of the system. */
export function reportFailure(error: unknown): void {
  const data = toErrorData(remoteError(error));
  const translate = translatorOf(systemLocale()) as unknown as Parameters<typeof describeError>[1];
  const place = describePlace(data.place, translate);
  const where = place === '' ? '' : ` (${place})`;
  process.stderr.write(`${data.code}: ${describeError(data, translate)}${where}\n`);
  if (data.code !== 'BUG' || !(error instanceof Error)) return;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  process.stderr.write(`${error.name}\n${frames.join('\n')}\n`);
}
