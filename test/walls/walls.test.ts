// The import walls hold: one violation of each is planted in a copy of the layout, linted with the project's own
// configuration, and must be named; its clean twin must pass. A pattern that the linter cannot compile is ignored
// without a word, so that nothing but planting shows it.
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A file of the layout, what it must not import, which wall says so, and what it may import instead. */
type Wall = readonly [file: string, forbidden: string, message: string, allowed: string];

const BOTH_SIDES = 'shared/ is for both sides: it imports shared only';
const ZOD_ONLY = 'shared/ imports only zod, @orpc/contract and use-intl';
const NO_WINDOW = 'the engine does not know the browser side';
const NO_HOST = 'the engine knows no host';
const OPEN_ONLY = 'only db/open.ts opens databases';
const DB_BELOW = 'db/ is below profiles, handlers and jobs';
const PROFILES_BETWEEN = 'profiles/ is between db/ and handlers and jobs';
const PURE = 'pure parts do not know the project';
const PURE_OF_PACKAGES = 'pure parts know neither database, host nor window';
const MATHEMATICS = 'analysis/ is pure mathematics on typed arrays';
const HANDLERS = 'handlers never import each other';
const DOOR = 'hosts know the engine by its door';
const CARRY = 'hosts carry messages: no SQL, no drawing';
const NO_NODE = 'the browser side has no Node';
const THROUGH_DATA = 'the browser side reaches the engine through renderer/data';
const CHARTS_ONLY = 'only renderer/charts draws with echarts';
const DATA_ONLY = 'only renderer/data calls the engine';
const DUMB = 'ui components are dumb: they know no data';
const SCREENS = 'screens never import each other';

const WALLS: readonly Wall[] = [
  ['shared/model/a.ts', '../../electron/engine/wire.ts', BOTH_SIDES, './b.ts'],
  ['shared/contract/a.ts', '../../renderer/ui/index.ts', BOTH_SIDES, '../model/b.ts'],
  ['shared/host.ts', './../electron/engine/wire.ts', BOTH_SIDES, './errors.ts'],
  ['shared/model/c.ts', 'node:fs', ZOD_ONLY, 'zod'],
  ['shared/i18n/a.ts', 'react', ZOD_ONLY, 'use-intl/core'],
  ['shared/contract/c.ts', '@orpc/server', ZOD_ONLY, '@orpc/contract'],
  [
    'electron/places.ts',
    '../renderer/app/index.ts',
    'the Node side does not know the browser side',
    '../shared/host.ts',
  ],
  ['electron/engine/a.ts', '../../renderer/app/index.ts', NO_WINDOW, '../../shared/host.ts'],
  ['electron/engine/b.ts', '../hosts/places.ts', NO_HOST, './wire.ts'],
  ['electron/engine/c.ts', 'electron', NO_HOST, 'node:path'],
  ['electron/engine/d.ts', 'better-sqlite3', OPEN_ONLY, './db/open.ts'],
  ['electron/engine/e.ts', 'echarts/core', 'the engine draws nothing', 'kysely'],
  ['electron/engine/jobs/a.ts', 'better-sqlite3', OPEN_ONLY, '../db/open.ts'],
  ['electron/engine/db/schema.ts', 'better-sqlite3', OPEN_ONLY, 'kysely'],
  ['electron/engine/db/open.ts', '../handlers/sources.ts', DB_BELOW, 'better-sqlite3'],
  ['electron/engine/db/a.ts', '../profiles/audience.ts', DB_BELOW, './open.ts'],
  ['electron/engine/db/b.ts', '../jobs/importSource.ts', DB_BELOW, '../../../shared/errors.ts'],
  ['electron/engine/db/c.ts', './../handlers/sources.ts', DB_BELOW, './runs.ts'],
  ['electron/engine/profiles/a.ts', '../handlers/sources.ts', PROFILES_BETWEEN, '../db/open.ts'],
  ['electron/engine/profiles/b.ts', '../jobs/importSource.ts', PROFILES_BETWEEN, '../analysis/profile.ts'],
  ['electron/engine/profiles/c.ts', '../files/index.ts', PROFILES_BETWEEN, '../writing/index.ts'],
  ['electron/engine/profiles/d.ts', 'better-sqlite3', OPEN_ONLY, './a.ts'],
  ['electron/engine/files/a.ts', '../db/open.ts', PURE, './text/decodeText.ts'],
  ['electron/engine/writing/a.ts', '../handlers/sources.ts', PURE, './names.ts'],
  ['electron/engine/export/html/a.ts', '../../profiles/report.ts', PURE, '../report.ts'],
  ['electron/engine/export/b.ts', 'kysely', PURE_OF_PACKAGES, 'hucre/xlsx'],
  ['electron/engine/analysis/a.ts', '../db/open.ts', MATHEMATICS, './matrix.ts'],
  ['electron/engine/analysis/stats/b.ts', '../../db/open.ts', MATHEMATICS, '../matrix.ts'],
  ['electron/engine/analysis/c.ts', './../db/open.ts', MATHEMATICS, './random.ts'],
  ['electron/engine/analysis/d.ts', '../files/index.ts', MATHEMATICS, '../../../shared/errors.ts'],
  ['electron/engine/analysis/e.ts', 'node:fs', MATHEMATICS, 'ml-matrix'],
  ['electron/engine/handlers/a.ts', './sources.ts', HANDLERS, '../db/open.ts'],
  ['electron/engine/handlers/b.ts', '../handlers/sources.ts', HANDLERS, '../profiles/detail.ts'],
  ['electron/engine/handlers/c.ts', './../handlers/sources.ts', HANDLERS, '../analysis/rules.ts'],
  ['electron/engine/handlers/d.ts', '././sources.ts', HANDLERS, '../../../shared/errors.ts'],
  ['electron/engine/handlers/e.ts', '../../hosts/places.ts', NO_HOST, '../procedures.ts'],
  ['electron/hosts/cli/a.ts', '../../engine/files/index.ts', DOOR, '../../engine/index.ts'],
  ['electron/hosts/loopback/a.ts', '../../engine/handlers/index.ts', DOOR, '../../engine/wire.ts'],
  ['electron/hosts/desktop/a.ts', '../../engine/threads/job.ts', DOOR, '../../engine/threads/entry.ts'],
  ['electron/hosts/cli/b.ts', 'better-sqlite3', CARRY, 'zod'],
  [
    'electron/hosts/cli/c.ts',
    '../../../renderer/app/index.ts',
    'hosts do not know the browser side',
    '../places.ts',
  ],
  ['renderer/app/a.tsx', '../../electron/engine/index.ts', THROUGH_DATA, '../data/index.ts'],
  ['renderer/app/b.tsx', 'node:path', NO_NODE, 'react'],
  ['renderer/app/c.tsx', 'echarts', CHARTS_ONLY, '../charts/index.ts'],
  ['renderer/intake/a.tsx', 'echarts/charts', CHARTS_ONLY, '../ui/index.ts'],
  ['renderer/app/d.tsx', '@orpc/client', DATA_ONLY, '../data/index.ts'],
  ['renderer/charts/a.ts', '../data/index.ts', 'charts know neither data nor screens', 'echarts/core'],
  [
    'renderer/charts/b.ts',
    '../screens/home/index.tsx',
    'charts know neither data nor screens',
    '../ui/index.ts',
  ],
  ['renderer/data/a.ts', '../ui/index.ts', 'the data layer knows no screens', '@orpc/client'],
  [
    'renderer/data/b.ts',
    './../screens/home/index.tsx',
    'the data layer knows no screens',
    '../host/index.ts',
  ],
  ['renderer/ui/a.tsx', '../data/index.ts', DUMB, './Button.tsx'],
  ['renderer/ui/grid/b.tsx', '../../charts/index.ts', DUMB, '../Button.tsx'],
  ['renderer/screens/data/a.tsx', '../home/x.tsx', SCREENS, '../../ui/index.ts'],
  ['renderer/screens/data/b.tsx', '../../screens/home/x.tsx', SCREENS, '../../data/index.ts'],
  ['renderer/screens/data/c.tsx', './../home', SCREENS, './x.tsx'],
  ['renderer/screens/data/d.tsx', '.././home/x.tsx', SCREENS, '../../app/index.ts'],
  [
    'renderer/screens/data/e.tsx',
    '../../../renderer/screens/home/x.tsx',
    SCREENS,
    '../../../shared/model/source.ts',
  ],
  ['renderer/screens/home/f.tsx', '../data/x.tsx', SCREENS, './parts/x.tsx'],
  ['renderer/screens/personas/portrait/a.tsx', '../../home/x.tsx', SCREENS, '../index.tsx'],
  ['renderer/screens/personas/portrait/b.tsx', './../../data/x.tsx', SCREENS, '../../../data/index.ts'],
  ['renderer/screens/home/g.tsx', 'echarts', CHARTS_ONLY, '../../charts/index.ts'],
  ['renderer/screens/home/h.tsx', '@orpc/client', DATA_ONLY, '@tanstack/react-query'],
  ['renderer/screens/home/i.tsx', '../../../electron/engine/index.ts', THROUGH_DATA, '../../intake/index.ts'],
];

/** What is not said by an import: the rule that names it, and a twin that is fine. */
const OTHERS: readonly (readonly [file: string, code: string, bad: string, good: string])[] = [
  [
    'renderer/app/e.ts',
    'eslint(no-restricted-globals)',
    'export const ask = () => fetch("/x");',
    'export const ask = () => 1;',
  ],
  [
    'renderer/data/c.ts',
    'eslint(no-restricted-globals)',
    'export const open = () => new WebSocket("x:y");',
    'export const open = () => 1;',
  ],
  [
    'renderer/screens/home/j.ts',
    'eslint(no-restricted-globals)',
    'export const ask = () => new XMLHttpRequest();',
    'export const a = 1;',
  ],
  ['shared/d.ts', 'import(no-default-export)', 'export default 1;', 'export const one = 1;'],
  [
    'renderer/ui/c.tsx',
    'import(no-default-export)',
    'export default function C() { return null; }',
    'export function C() { return null; }',
  ],
  ['electron/engine/f.ts', 'eslint(no-console)', 'console.log("x");', 'process.stderr.write("x");'],
  [
    'electron/engine/g.ts',
    'typescript(no-explicit-any)',
    'export const a = (x: any) => x;',
    'export const a = (x: unknown) => x;',
  ],
  [
    'shared/ring1.ts',
    'import(no-cycle)',
    "import { two } from './ring2.ts';\nexport const one = () => two;",
    'export const one = 1;',
  ],
  [
    'shared/ring2.ts',
    'import(no-cycle)',
    "import { one } from './ring1.ts';\nexport const two = () => one;",
    "import { one } from './ring1.ts';\nexport const two = () => one;",
  ],
];

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly help?: string;
}

const folders: string[] = [];

/** Lints files in a layout of their own with the project's configuration: what was said, by file. */
async function lint(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-walls-'));
  folders.push(folder);
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [name, content] of files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), `${content}\n`);
  }
  const linter = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = await run(process.execPath, [linter, '--format', 'json'], { cwd: folder }).catch(
    (failure: { readonly stdout: string }) => failure,
  );
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  const said = new Map<string, string[]>();
  for (const { filename, code, help } of diagnostics) {
    const what = code === 'eslint(no-restricted-imports)' ? (help ?? '') : code;
    said.set(filename, [...(said.get(filename) ?? []), what]);
  }
  return said;
}

const importing = (from: string): string =>
  `import { something } from '${from}';\nexport const used = something;`;

let planted: ReadonlyMap<string, readonly string[]>;
let clean: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  planted = await lint(
    new Map([
      ...WALLS.map(([file, forbidden]) => [file, importing(forbidden)] as const),
      ...OTHERS.map(([file, , bad]) => [file, bad] as const),
    ]),
  );
  clean = await lint(
    new Map([
      ...WALLS.map(([file, , , allowed]) => [file, importing(allowed)] as const),
      ...OTHERS.map(([file, , , good]) => [file, good] as const),
    ]),
  );
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('every wall has its own file', () => {
  const files = [...WALLS, ...OTHERS].map(([file]) => file);
  expect(new Set(files).size).toBe(files.length);
});

test.each(WALLS)('%s may not import %s', (file, _forbidden, message) => {
  expect(planted.get(file)).toEqual([message]);
});

test.each(OTHERS)('%s: %s', (file, code) => {
  expect(planted.get(file)).toEqual([code]);
});

test('nothing is said about the clean twins', () => {
  expect(clean).toEqual(new Map());
});

test('types of a report may cross where its writers may not', async () => {
  const said = await lint(
    new Map([
      [
        'electron/engine/profiles/type.ts',
        "import type { R } from '../export/report.ts';\nexport type Mine = R;",
      ],
      ['electron/engine/profiles/value.ts', importing('../export/report.ts')],
      ['electron/engine/profiles/passed.ts', "export { writeCsv } from '../export/csv.ts';"],
      ['electron/engine/handlers/index.ts', importing('./sources.ts')],
    ]),
  );
  const wall = 'profiles/ knows the shape of a report, not how it is written';
  expect(said).toEqual(
    new Map([
      ['electron/engine/profiles/passed.ts', [wall]],
      ['electron/engine/profiles/value.ts', [wall]],
    ]),
  );
});

describe('what the linter does not look at', () => {
  const WALLED = [
    'shared',
    'electron/engine',
    'renderer/screens',
    'renderer/ui',
    'renderer/charts',
    'renderer/data',
  ];

  // A package that any layer of the engine may use, and that costs memory: loaded when a file first needs it.
  const LATE_PACKAGE = "import('jschardet')";

  test.each(WALLED)('%s has no import() that could climb over a wall', (folder) => {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    const sources = names.filter((name) => /\.tsx?$/.test(name));
    expect(sources.length).toBeGreaterThan(0);
    const climbing = sources.filter((name) => {
      const text = readFileSync(join(ROOT, folder, name), 'utf8').replaceAll(LATE_PACKAGE, '');
      return /(?<![.\w]|typeof )import\(|(?<![.\w])require\(/.test(text);
    });
    expect(climbing).toEqual([]);
  });
});
