// One export to a path. A window's save dialog asks before a file is replaced; here `replace` is the answer.
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { EXPORTS } from '../../../shared/contract/plan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CliEngine } from './engine.ts';

export interface ExportWish {
  readonly what: (typeof EXPORTS)[number];
  readonly out: string;
  readonly allowPii: boolean;
  readonly belonging?: boolean;
  readonly replace: boolean;
}

export interface Exported {
  readonly name: string;
  readonly bytes: number;
}

/** @throws AppError EXPORT-TARGET when something of that name is there */
export function refuseExisting(path: string): void {
  const file = basename(path);
  if (existsSync(path) && statSync(path).isFile())
    throw new AppError('EXPORT-TARGET', { file, reason: 'exists' }, { file });
}

/** @throws AppError EXPORT-TARGET, DISK-FULL, NO-SEGMENTS, NO-PLAN */
export async function exportFile(engine: CliEngine, wish: ExportWish): Promise<Exported> {
  const { what, out, allowPii, belonging = false, replace } = wish;
  if (!replace) refuseExisting(out);
  const target = await engine.target(out);
  const written = await engine.finish(engine.client.exports.write({ what, target, allowPii, belonging }));
  const { bytes } = written as { readonly bytes: number };
  return { name: basename(out), bytes };
}
