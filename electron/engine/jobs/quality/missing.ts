// What is not there: empty cells per column, whether they depend on another column, records kept aside at import.
import type { Finding } from '../../../../shared/model/quality.ts';
import { isNumeric, type Field } from '../../../../shared/model/source.ts';
import { bandsOf, missingDependence } from '../../analysis/quality/dependence.ts';
import type { Levels } from '../../analysis/quality/dependence.ts';
import { textChunks } from '../../db/records.ts';
import { about, cellsOf, isAsImported, isFeature, touching } from './table.ts';
import type { CheckedTable } from './table.ts';

const MANY_REJECTED = 0.01;
const MANY_MISSING = 0.3;
/** Beyond this, what is filled in would be the column. */
const MOSTLY_MISSING = 0.9;
/** Columns with few empty cells that get a line of their own; the others are counted together. */
const MOST_LINES = 2;

export function checkRejects(table: CheckedTable): Finding[] {
  const { source } = table;
  const { read, rejected } = source.records;
  const invalid = source.issues.filter(({ code }) => code === 'VALUE-INVALID' || code === 'ERROR-CELLS');
  const unreadable = invalid.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const severe = rejected > MANY_REJECTED * read ? 'should' : 'know';
  return [
    about(table, null, 'rejects', 'accurate', rejected > 0 ? severe : 'passed', {
      args: { count: rejected, of: read, share: read === 0 ? 0 : rejected / read },
      touches: { count: rejected, of: read, unit: 'records' },
      fix: rejected > 0 ? { kind: 'source', sourceId: source.id } : null,
    }),
    ...(unreadable === 0
      ? []
      : [
          about(table, null, 'unreadable', 'accurate', 'know', {
            args: { count: unreadable, columns: invalid.map(({ column }) => column ?? '').join(', ') },
            touches: { count: unreadable, of: table.rows, unit: 'values' },
          }),
        ]),
  ];
}

/** 1 where the column has a value. */
export function knownCells(table: CheckedTable, field: Field): Uint8Array {
  const known = new Uint8Array(table.rows);
  const values = table.columns.values(field);
  if (values) {
    for (let row = 0; row < known.length; row++) known[row] = Number.isNaN(values[row]) ? 0 : 1;
    return known;
  }
  const coded = table.columns.codes(field);
  if (coded) {
    for (let row = 0; row < known.length; row++) known[row] = (coded.codes[row] ?? -1) < 0 ? 0 : 1;
    return known;
  }
  const present = table.columns.presence(field);
  if (present) return present.slice(0, table.rows);
  if (isAsImported(table, field)) {
    for (const { first, text } of textChunks(table.db, table.source.runId, field.position))
      for (let row = 0; row < text.rows; row++) known[first + row] = text.bytes(row) === null ? 0 : 1;
    return known;
  }
  let row = 0;
  for (const cell of cellsOf(table, field)) known[row++] = cell === null ? 0 : 1;
  return known;
}

/** For the words: lines of transactions are not filled in. */
const isLines = ({ source }: CheckedTable): 'yes' | 'no' => (source.kind === 'transactions' ? 'yes' : 'no');

interface Gap {
  readonly field: Field;
  readonly known: Uint8Array;
  readonly missing: number;
}

const OTHERWISE_CHECKED: readonly Field['role'][] = [
  'ignore',
  'customerKey',
  'date',
  'amount',
  'quantity',
  'unitPrice',
];

function gapsOf(table: CheckedTable): Gap[] {
  return table.source.fields
    .filter(({ role }) => !OTHERWISE_CHECKED.includes(role))
    .map((field) => {
      const known = knownCells(table, field);
      return { field, known, missing: table.rows - known.reduce((sum, one) => sum + one, 0) };
    });
}

function gapFix(table: CheckedTable, field: Field, missing: number): Finding['fix'] {
  const column = { sourceId: table.source.id, position: field.position };
  const usable = isNumeric(field) || field.type === 'category';
  if (!isFeature(field) || missing === table.rows) return null;
  if (missing > MOSTLY_MISSING * table.rows) return { kind: 'leaveOut', ...column };
  return usable && isLines(table) === 'no' ? { kind: 'fill', ...column, numeric: isNumeric(field) } : null;
}

function gapFinding(table: CheckedTable, { field, missing }: Gap): Finding {
  // A column without one value says nothing and harms nothing; no analysis uses free text.
  const used = isFeature(field) && field.type !== 'text';
  const many = used && missing > MANY_MISSING * table.rows && missing < table.rows;
  return about(table, field, 'missing', 'accurate', many ? 'should' : 'know', {
    args: { count: missing, of: table.rows, share: missing / table.rows, lines: isLines(table) },
    touches: touching(table, missing),
    fix: gapFix(table, field, missing),
  });
}

/** One finding per column that matters, one for all the rest, one for the tables without gaps. */
export function checkMissing(table: CheckedTable): Finding[] {
  if (table.rows === 0) return [];
  const gaps = gapsOf(table);
  const open = gaps.filter(({ missing }) => missing > 0).toSorted((a, b) => b.missing - a.missing);
  if (open.length === 0)
    return [about(table, null, 'missing', 'accurate', 'passed', { args: { columns: gaps.length } })];
  const findings = open.map((gap) => gapFinding(table, gap));
  const alone = findings.filter(({ severity }, at) => severity === 'should' || at < MOST_LINES);
  const rest = findings.filter((finding) => !alone.includes(finding));
  const dependent = checkDependence(table, gaps);
  if (rest.length === 0) return [...alone, ...dependent];
  const together = about(table, null, 'missingMore', 'accurate', 'know', {
    args: {
      columns: rest.length,
      lines: isLines(table),
      highestShare: Math.max(...rest.map(({ args }) => Number(args['share']))),
    },
    touches: { count: rest.length, of: gaps.length, unit: 'columns' },
    examples: rest.map(({ column, touches }) => ({ word: column, count: touches?.count ?? 0 })),
  });
  return [...alone, together, ...dependent];
}

const LEAST_SHARE = 0.02;
const LEAST_GAPS = 20;
const LEAST_V = 0.3;
const MOST_P = 0.01;
const MOST_ROWS = 100_000;
const MOST_TARGETS = 12;
const MOST_OTHERS = 40;
const MOST_LEVELS = 20;

function levelsOf(table: CheckedTable, { field, known, missing }: Gap): Levels[] {
  const { name } = field;
  const presence: Levels[] =
    missing > LEAST_SHARE * table.rows && missing < (1 - LEAST_SHARE) * table.rows
      ? [{ name, codes: Int32Array.from(known), levels: ['missing', 'known'], kind: 'presence' }]
      : [];
  if (!isFeature(field)) return presence;
  const coded = table.columns.codes(field);
  if (coded) {
    const { codes, words } = coded;
    const usable = words.length > 1 && words.length <= MOST_LEVELS;
    return usable ? [...presence, { name, codes, levels: words, kind: 'category' }] : presence;
  }
  const values = table.columns.values(field);
  const bands =
    values && field.type !== 'date'
      ? bandsOf(name, values, (from, to) => `${round(from)}–${round(to)}`)
      : null;
  return bands ? [...presence, bands] : presence;
}

const round = (value: number): number => Number(value.toPrecision(3));

/** Tables of people only: lines of transactions are no sample that could be skewed. Even steps of at most 100,000 rows. */
function checkDependence(table: CheckedTable, gaps: readonly Gap[]): Finding[] {
  if (table.source.kind === 'transactions') return [];
  const step = Math.max(1, Math.ceil(table.rows / MOST_ROWS));
  const thin = <T extends Int32Array | Uint8Array>(values: T): T =>
    step === 1 ? values : (values.filter((_, row) => row % step === 0) as T);
  const targets = gaps
    .filter(
      ({ field, missing }) =>
        isFeature(field) && missing >= LEAST_GAPS && missing >= LEAST_SHARE * table.rows,
    )
    .filter(({ missing }) => missing <= (1 - LEAST_SHARE) * table.rows)
    .slice(0, MOST_TARGETS);
  if (targets.length === 0) return [];
  const others = gaps.flatMap((gap) => levelsOf(table, gap)).slice(0, MOST_OTHERS);
  const found = missingDependence(
    targets.map(({ field, known }) => ({ name: field.name, known: thin(known) })),
    others.map((other) => ({ ...other, codes: thin(other.codes) })),
  );
  return targets.flatMap(({ field, missing }) => {
    const link = found.get(field.name);
    if (!link || link.v < LEAST_V || link.p > MOST_P) return [];
    const { other, kind, v, most, least } = link;
    return [
      about(table, field, 'dependentMissing', 'representative', 'should', {
        args: {
          other,
          kind,
          v,
          level: most.level,
          highShare: most.share,
          lowShare: least.share,
          lowLevel: least.level,
          share: missing / table.rows,
        },
        touches: touching(table, missing),
      }),
    ];
  });
}
