// The Python that has a library to compare with: the first of those on the path that can import it.
import { execFileSync, spawnSync } from 'node:child_process';

/** Path of a python3 that has the module; null when there is none, and then a benchmark says so. */
export function pythonWith(module: string): string | null {
  const found = spawnSync('which', ['-a', 'python3'], { encoding: 'utf8' });
  const candidates = (found.stdout ?? '').split('\n').filter((path) => path !== '');
  return candidates.find((path) => spawnSync(path, ['-c', `import ${module}`]).status === 0) ?? null;
}

/** What a script prints. */
export function runPython(python: string, script: string, args: readonly (string | number)[]): string {
  return execFileSync(python, ['-c', script, ...args.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
