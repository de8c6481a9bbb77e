// Words and addresses: spellings of one category, outer spaces, addresses that cannot be used; columns that say nothing.
import type { Finding } from '../../../../shared/model/quality.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { spellingGroups } from '../../analysis/quality/spelling.ts';
import { textChunks } from '../../db/records.ts';
import { contactFaultOf } from '../../files/index.ts';
import { about, cellsOf, isAsImported, isFeature, touching } from './table.ts';
import type { CheckedTable } from './table.ts';

/** Groups handed to the window, and spellings in each. */
const MOST_GROUPS = 200;
const MOST_SPELLINGS = 50;

/** A level of so few records, in a column of at least so many, is a slip or a joke more often than a group. */
const RARE = 3;
const LEAST_FOR_RARE = 200;

interface WordCount {
  readonly word: string;
  readonly count: number;
}

/** Levels that next to nobody has, in columns whose other levels are well filled. */
function rareLevels(table: CheckedTable, field: Field, words: readonly WordCount[]): Finding[] {
  const rare = words.filter(({ count }) => count <= RARE).toSorted((a, b) => a.count - b.count);
  // Many rare levels are how long lists of places or names look.
  if (table.rows < LEAST_FOR_RARE || rare.length === 0 || rare.length > words.length - rare.length) return [];
  const count = rare.reduce((sum, one) => sum + one.count, 0);
  return [
    about(table, field, 'rareLevels', 'accurate', 'know', {
      args: { count: rare.length, most: RARE, first: rare[0]?.word ?? '' },
      touches: touching(table, count),
      examples: rare,
    }),
  ];
}

const totalOf = (words: readonly WordCount[]): number => words.reduce((sum, { count }) => sum + count, 0);

function likeWords(table: CheckedTable, field: Field, words: readonly WordCount[]): Finding {
  const groups = spellingGroups(words);
  const first = groups[0];
  if (!first) return about(table, field, 'spelling', 'accurate', 'passed');
  const code = groups.every(({ caseOnly }) => caseOnly) ? 'letterCase' : 'spelling';
  return about(table, field, code, 'accurate', 'should', {
    args: { count: groups.length, first: first.words[0]?.word ?? '', second: first.words[1]?.word ?? '' },
    touches: touching(
      table,
      groups.reduce((sum, group) => sum + totalOf(group.words.slice(1)), 0),
    ),
    examples: groups.map((group) => ({
      word: group.words.map(({ word }) => word).join(' · '),
      count: totalOf(group.words),
    })),
    fix: {
      kind: 'spelling',
      sourceId: table.source.id,
      position: field.position,
      groups: groups.slice(0, MOST_GROUPS).map((group) => group.words.slice(0, MOST_SPELLINGS)),
    },
  });
}

/** Levels of a category: the same word written differently, and words that next to nobody has. */
export function checkSpelling(table: CheckedTable, field: Field): Finding[] {
  const coded = isFeature(field) && field.type === 'category' ? table.columns.codes(field) : null;
  if (!coded) return [];
  const counts = new Uint32Array(coded.words.length);
  for (const code of coded.codes) if (code >= 0) counts[code]! += 1;
  const words = coded.words
    .map((word, code) => ({ word, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0);
  return [likeWords(table, field, words), ...rareLevels(table, field, words)];
}

const SPACE = 0x20;
const NO_BREAK_SPACE = [0xc2, 0xa0] as const;

/** White space at either end, looked for in the stored bytes: ten times as fast as reading the text. */
function hasOuterSpace(bytes: Uint8Array): boolean {
  const last = bytes.length - 1;
  if (last < 0) return false;
  const [first, end] = [bytes[0] as number, bytes[last] as number];
  if (first <= SPACE || end <= SPACE) return true;
  if (end === NO_BREAK_SPACE[1] && bytes[last - 1] === NO_BREAK_SPACE[0]) return true;
  return first === NO_BREAK_SPACE[0] && bytes[1] === NO_BREAK_SPACE[1];
}

const UNREAD: readonly Field['type'][] = ['number', 'money', 'date', 'boolean'];

function spacedCells(table: CheckedTable, field: Field): number {
  let count = 0;
  if (!isAsImported(table, field)) {
    for (const cell of cellsOf(table, field)) if (cell !== null && cell !== cell.trim()) count++;
    return count;
  }
  for (const { text } of textChunks(table.db, table.source.runId, field.position)) {
    for (let row = 0; row < text.rows; row++) {
      const bytes = text.bytes(row);
      if (bytes !== null && hasOuterSpace(bytes)) count++;
    }
  }
  return count;
}

export function checkSpaces(table: CheckedTable, field: Field): Finding[] {
  if (field.role === 'ignore' || UNREAD.includes(field.type)) return [];
  const count = spacedCells(table, field);
  if (count === 0) return [];
  return [
    about(table, field, 'spaces', 'accurate', 'know', {
      args: { count },
      touches: { count, of: table.rows, unit: 'values' },
      fix: { kind: 'step', sourceId: table.source.id, step: { kind: 'trim', position: field.position } },
    }),
  ];
}

const MANY_FAULTS = 0.005;

export function checkContacts(table: CheckedTable, field: Field): Finding[] {
  if (field.role !== 'contact' && field.role !== 'pii') return [];
  const faultOf = contactFaultOf(field);
  if (!faultOf) return [];
  const faults = new Map<string, number>();
  const examples: { word: string; count: number }[] = [];
  let known = 0;
  for (const cell of cellsOf(table, field)) {
    if (cell === null) continue;
    known++;
    const fault = faultOf(cell);
    if (fault === null) continue;
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
    if (examples.length < 5) examples.push({ word: cell, count: 1 });
  }
  const count = [...faults.values()].reduce((sum, one) => sum + one, 0);
  const [fault = ''] = [...faults].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const severity = count === 0 ? 'passed' : count > MANY_FAULTS * known ? 'should' : 'know';
  const code = field.pii === 'email' ? 'badEmails' : 'badPhones';
  return [
    about(table, field, code, 'accurate', severity, {
      args: { count, known, fault, faulty: faults.get(fault) ?? 0 },
      touches: { count, of: known, unit: 'values' },
      examples,
    }),
  ];
}

interface Signature {
  readonly field: Field;
  readonly cells: Float64Array | Int32Array;
  readonly distinct: number;
}

/** A column as numbers that two columns with the same content share. */
function signatureOf(table: CheckedTable, field: Field): Signature | null {
  const values = table.columns.values(field);
  const coded = values ? null : table.columns.codes(field);
  const cells = values ?? coded?.codes;
  if (!cells || cells.length === 0) return null;
  const first = cells[0] as number;
  let constant = true;
  for (const cell of cells) {
    if (!Object.is(cell, first)) {
      constant = false;
      break;
    }
  }
  return { field, cells, distinct: constant ? 1 : 2 };
}

const sameCells = (left: Signature, right: Signature): boolean =>
  left.cells.length === right.cells.length &&
  left.cells.constructor === right.cells.constructor &&
  left.cells.every((cell, row) => Object.is(cell, right.cells[row]));

const LEAST_ROWS = 30;

/** Columns with a single value, and columns that repeat another one cell by cell. */
export function checkColumns(table: CheckedTable): Finding[] {
  if (table.rows < LEAST_ROWS) return [];
  const all = table.source.fields.filter(isFeature).flatMap((field) => signatureOf(table, field) ?? []);
  const constant = all.filter(({ distinct }) => distinct === 1);
  const varied = all.filter(({ distinct }) => distinct > 1);
  const copies = varied.flatMap((one, at) => {
    const original = varied.slice(0, at).find((other) => sameCells(other, one));
    return original ? [{ copy: one.field.name, original: original.field.name }] : [];
  });
  const finding = (code: 'constantColumn' | 'copiedColumn', names: readonly string[]): Finding =>
    about(table, null, code, 'accurate', names.length > 0 ? 'know' : 'passed', {
      args: { count: names.length, columns: names.slice(0, 5).join(', ') },
      touches: { count: names.length, of: all.length, unit: 'columns' },
    });
  if (all.length === 0) return [];
  return [
    finding(
      'constantColumn',
      constant.map(({ field }) => field.name),
    ),
    finding(
      'copiedColumn',
      copies.map(({ copy, original }) => `${copy} = ${original}`),
    ),
  ];
}
