// Closed project files that were spoilt by hand, as crashes, other programs and bad disks leave them.
import { closeSync, openSync, writeSync } from 'node:fs';
import { closeForGood, openWritable } from '../../electron/engine/db/open.ts';
import type { TestEngine } from './engine.ts';

/** Changes a closed project by hand, as a person with a database tool would. */
export function meddle(path: string, ...statements: readonly string[]): void {
  const db = openWritable(path);
  for (const statement of statements) db.exec(statement);
  closeForGood(db);
}

/** Overwrites bytes in place. */
export function patch(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** An empty project, closed. */
export async function closedProject(one: TestEngine, name?: string): Promise<string> {
  const path = await one.project(name);
  await one.client.project.close();
  return path;
}
