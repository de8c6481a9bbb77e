// Where the entry file of a worker or of the engine process lies. Unbuilt sources are run as they are (Node strips
// the types); a build puts all entries side by side in one folder. Nothing else may spell out such a path.

export type EntryName = 'job' | 'reader' | 'kernels' | 'process';

const UNBUILT: Readonly<Record<EntryName, string>> = {
  job: 'job.ts',
  reader: 'reader.ts',
  kernels: 'kernels.ts',
  process: '../process.ts',
};

const BUILT: Readonly<Record<EntryName, string>> = {
  job: 'job.js',
  reader: 'reader.js',
  kernels: 'kernels.js',
  process: 'engine.js',
};

/**
 * The address of an entry file, for `new Worker(url)` or `fork(fileURLToPath(url))`.
 *
 * @param name which entry
 * @param from the caller's `import.meta.url`; its ending tells whether we run from sources (`.ts`) or from a build
 * @example new Worker(entryUrl('job', import.meta.url))
 */
export function entryUrl(name: EntryName, from: string): URL {
  if (from.endsWith('.ts') || from.endsWith('.tsx')) return new URL(UNBUILT[name], import.meta.url);
  return new URL(BUILT[name], from);
}
