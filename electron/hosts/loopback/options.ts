// The loopback host's command line.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface LoopbackOptions {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly sample: boolean;
  /** Does not end after the last tab was closed. */
  readonly keepOpen: boolean;
  /** Prints the start link instead of opening a browser. */
  readonly printLink: boolean;
  /** Looks for a new build at each request. */
  readonly dev: boolean;
}

/** @throws TypeError on an unknown flag */
export function parseOptions(args: readonly string[]): LoopbackOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sample: { type: 'boolean', default: false },
      'keep-open': { type: 'boolean', default: false },
      'print-link': { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
    },
  });
  return {
    files: positionals.map((path) => resolve(path)),
    sample: values.sample,
    keepOpen: values['keep-open'],
    printLink: values['print-link'],
    dev: values.dev,
  };
}
