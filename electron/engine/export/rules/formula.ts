// Segments as one formula of a spreadsheet table whose columns are named as the features are. English function names
// and dots: files keep formulas so, whatever the language of the program.
import type { BookCondition, BookNode, RuleBook, RuledSegment } from './ruleBook.ts';

/** A text longer than this must be put together from parts. */
const MAX_TEXT = 255;

/** This row's cell of a table's column; marks that mean something in such a reference are escaped. */
const cell = (column: string): string => `[@[${column.replaceAll(/['[\]#@]/g, "'$&")}]]`;

function quoted(value: string): string {
  const parts = [];
  for (let at = 0; at < value.length || at === 0; at += MAX_TEXT)
    parts.push(`"${value.slice(at, at + MAX_TEXT).replaceAll('"', '""')}"`);
  return parts.join('&');
}

/** An empty cell would count as 0 and a text as larger than any number: only numbers satisfy a bound. */
function written({ column, op, value }: BookCondition): string {
  const here = cell(column);
  if (typeof value === 'number') return `AND(ISNUMBER(${here}),${here}${op}${value})`;
  // The sign "=" does not tell capitals apart.
  const same = `EXACT(${here},${quoted(value)})`;
  return op === 'is' ? same : `AND(${here}<>"",NOT(${same}))`;
}

function asked(condition: BookCondition, missing: 'yes' | 'no'): string {
  const { column, op, value } = condition;
  if (missing === 'no') return written(condition);
  return `OR(NOT(ISNUMBER(${cell(column)})),${cell(column)}${op}${value})`;
}

function ifOf(node: BookNode, book: RuleBook): string {
  if (node.kind === 'leaf') return quoted(book.segments[node.segment]?.name ?? '');
  return `IF(${asked(node.condition, node.missing)},${ifOf(node.yes, book)},${ifOf(node.no, book)})`;
}

/** The segment's name for every row. */
export function treeFormula(book: RuleBook): string {
  return `=${ifOf(book.tree, book)}\n`;
}

/** TRUE for the rows that satisfy a segment's rule. */
export function segmentFormula({ rule }: RuledSegment): string {
  const parts = rule.alternatives.map(({ conditions }) => `AND(${conditions.map(written).join(',')})`);
  return parts.length === 1 ? `=${parts[0]}\n` : `=OR(${parts.join(',')})\n`;
}
