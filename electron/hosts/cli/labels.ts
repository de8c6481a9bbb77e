// `cluster --labels FILE`: which customer belongs to which segment (by number from 0; −1 = left out), as CSV.
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

const quoted = (key: string): string => (/[",\r\n]/.test(key) ? `"${key.replaceAll('"', '""')}"` : key);

/**
 * Asked before anything is computed. A file of labels is replaced; the project never is.
 * @throws AppError EXPORT-TARGET
 */
export function checkLabels(path: string, project: string): void {
  const file = basename(path);
  const refuse = (reason: string) => new AppError('EXPORT-TARGET', { file, reason }, { file });
  if (!existsSync(dirname(resolve(path)))) throw refuse('missing');
  if (!existsSync(path)) return;
  if (existsSync(project) && realpathSync(path) === realpathSync(project)) throw refuse('project');
  if (!statSync(path).isFile()) throw refuse('folder');
}

/** The whole file or nothing: written beside its place and renamed. */
export function writeLabels(path: string, keys: readonly string[], clusters: readonly number[]): void {
  const lines = keys.map((key, at) => `${quoted(key)},${clusters[at]}\n`);
  const part = `${path}.part`;
  try {
    writeFileSync(part, `customer,segment\n${lines.join('')}`);
    renameSync(part, path);
  } catch {
    rmSync(part, { force: true });
    const file = basename(path);
    throw new AppError('EXPORT-TARGET', { file, reason: 'denied' }, { file });
  }
}
