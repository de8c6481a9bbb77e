// What the app was started with: files to open and --sample. A second start hands its command line over, unchecked.

import { resolve } from 'node:path';

export interface Command {
  /** Absolute paths; not yet known to exist. */
  readonly files: readonly string[];
  readonly sample: boolean;
}

const OPENABLE = /\.(clientela|csv|tsv|txt|xlsx|xlsm|xlsb|xls|ods)$/i;
const MAX_FILES = 50;

/**
 * Reads a command line.
 *
 * @param argv without the binary; development's app folder and Chromium's own switches are passed over
 * @param cwd relative names start here
 */
export function parseCommand(argv: readonly string[], cwd: string): Command {
  const names = argv.filter((arg) => !arg.startsWith('-') && OPENABLE.test(arg));
  return {
    files: names.slice(0, MAX_FILES).map((name) => resolve(cwd, name)),
    sample: argv.includes('--sample'),
  };
}
