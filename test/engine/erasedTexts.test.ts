// Every place of a project file that can hold a text is known to erasing, and none of them keeps a mention.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../electron/engine/db/file.ts';
import type { WriteDb } from '../../electron/engine/db/open.ts';
import { readDefinitions, writeDefinitions, writeName } from '../../electron/engine/db/settings.ts';
import { createBlotter } from '../../electron/engine/jobs/erasing/blot.ts';
import { definitionsWithout } from '../../electron/engine/jobs/erasing/definitions.ts';
import { SETTING_TEXTS, TEXT_COLUMNS } from '../../electron/engine/jobs/erasing/texts.ts';
import { blotWritten } from '../../electron/engine/jobs/erasing/written.ts';
import type { FeatureDefinition } from '../../shared/model/featureDefinition.ts';

const blot = createBlotter({
  traces: {
    emails: ['maria@x.invalid'],
    phones: [],
    nationalIds: [],
    keys: ['K-2077'],
    names: [['maria', 'souza']],
  },
  mark: '(erased)',
});

let dir: string;
let db: WriteDb;
let close: () => void;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-texts-'));
  const path = join(dir, 'Shop.clientela');
  createProjectFile(path);
  const project = openProjectFile(path);
  if (!project.write) throw new Error('the project is read-only');
  db = project.write;
  close = project.close;
});
afterEach(() => {
  close();
  rmSync(dir, { recursive: true, force: true });
});

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const columns = (): Column[] =>
  db.allRaw<Column>(`SELECT m.name AS "table", c.name AS name, c.type AS type
    FROM sqlite_master AS m, pragma_table_info(m.name) AS c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid`);

test('each column of text or bytes has its treatment, and no other has', () => {
  const holding = columns().filter(({ type }) => type !== 'INTEGER' && type !== 'REAL');
  const listed = Object.entries(TEXT_COLUMNS).flatMap(([table, its]) =>
    Object.keys(its).map((name) => `${table}.${name}`),
  );
  expect(listed.toSorted()).toEqual(holding.map(({ table, name }) => `${table}.${name}`).toSorted());
});

const WRITTEN = ['text', 'json', 'name'];
const TEXTS = ['friend of Maria Souza', 'SOUZA, Maria (K-2077)'];

test('every column that the analyst writes loses the person, each of two names alike', () => {
  const all = columns();
  for (const [table, its] of Object.entries(TEXT_COLUMNS) as [string, Record<string, string>][]) {
    if (!Object.values(its).some((one) => WRITTEN.includes(one))) continue;
    TEXTS.forEach((text, n) => {
      const own = all.filter((column) => column.table === table);
      const values = own.map(({ name, type }) => {
        const treated = its[name] ?? '';
        if (type === 'INTEGER') return n + 1;
        if (treated === 'json') return JSON.stringify([{ deep: { text } }]);
        return WRITTEN.includes(treated) ? text : 'x';
      });
      db.runRaw(
        `INSERT INTO ${table} (${own.map(({ name }) => `"${name}"`).join()}) VALUES (${own.map(() => '?').join()})`,
        ...values,
      );
    });
  }
  writeName(db, 'Shop of Maria Souza');
  expect(blotWritten(db, blot)).toBe(43);
  const left = all.flatMap(({ table, name, type }) =>
    type === 'TEXT'
      ? db
          .allRaw<{ text: string | null }>(`SELECT "${name}" AS text FROM ${table}`)
          .map(({ text }) => text ?? '')
      : [],
  );
  expect(left.filter((text) => /maria|souza|2077/i.test(text))).toEqual([]);
  expect(left).toContain('[{"deep":{"text":"(erased) ((erased))"}}]');
});

test('two names that only the person told apart are numbered', () => {
  for (const [n, id] of ['Maria Souza', 'K-2077', 'Age'].entries())
    db.runRaw('INSERT INTO feature_choice (id, chosen, log) VALUES (?, ?, 0)', id, n % 2);
  blotWritten(db, blot);
  expect(db.allRaw('SELECT id, chosen FROM feature_choice ORDER BY id')).toEqual([
    { id: '(erased)', chosen: 1 },
    { id: '(erased) 2', chosen: 0 },
    { id: 'Age', chosen: 0 },
  ]);
});

test('each setting has its treatment', () => {
  expect(SETTING_TEXTS).toEqual({
    name: 'text',
    project: 'words',
    segmentation: 'words',
    salt: 'words',
    quality: 'words',
    definitions: 'definitions',
    dismissed: 'words',
  });
});

const formula = (name: string, text: string): FeatureDefinition => ({ kind: 'formula', name, formula: text });

test('definitions lose the person and stay what they are', () => {
  const before: FeatureDefinition[] = [
    formula('Like Maria Souza', 'if([Referrer] = "Maria Souza", [Visits with K-2077] * 2, 1)'),
    { kind: 'bands', name: 'Bands', of: 'Like Maria Souza', by: { groups: 3 } },
    {
      kind: 'scale',
      name: 'Scale',
      items: [
        { feature: 'Like Maria Souza', reversed: false },
        { feature: 'Age', reversed: true },
      ],
      low: 1,
      high: 5,
    },
    { kind: 'fill', name: 'Filled', of: 'Visits with K-2077', method: 'nearest', like: ['Like Maria Souza'] },
    formula('Plain', 'Age + 1'),
  ];
  writeDefinitions(db, before);
  blotWritten(db, blot);
  expect(readDefinitions(db)).toEqual([
    formula('Like (erased)', 'if([Referrer] = "(erased)", [Visits with (erased)] * 2, 1)'),
    { kind: 'bands', name: 'Bands', of: 'Like (erased)', by: { groups: 3 } },
    {
      kind: 'scale',
      name: 'Scale',
      items: [
        { feature: 'Like (erased)', reversed: false },
        { feature: 'Age', reversed: true },
      ],
      low: 1,
      high: 5,
    },
    { kind: 'fill', name: 'Filled', of: 'Visits with (erased)', method: 'nearest', like: ['Like (erased)'] },
    formula('Plain', 'Age + 1'),
  ]);
});

test('a definition that cannot be read any more, or would be the second of a name, goes', () => {
  const before = [
    formula('Broken', 'Age + * "Maria Souza"'),
    formula('Maria Souza', 'Age + 1'),
    formula('K-2077', 'Age + 2'),
    formula('Bare', 'Maria_Souza + 1'),
  ];
  expect(definitionsWithout(before, blot)).toEqual({
    value: [formula('(erased)', 'Age + 1'), formula('Bare', '[(erased)] + 1')],
    count: 4,
  });
  expect(definitionsWithout([formula('Broken', 'Age +')], blot).value).toEqual([formula('Broken', 'Age +')]);
});
