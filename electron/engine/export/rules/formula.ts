// Segments as one formula of a spreadsheet table whose columns are named as the features are. English function names
// and dots: files keep formulas so, whatever the language of the program.
import { AppError } from '../../../../shared/errors.ts';
import type { BookCondition, BookNode, RuleBook, RuledSegment } from './ruleBook.ts';

/** Excel takes no formula of more characters. */
const MAX_FORMULA = 8_192;
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

function fitting(formula: string): string {
  if (formula.length > MAX_FORMULA)
    throw new AppError('RULE-FORMULA-LONG', { found: formula.length, limit: MAX_FORMULA });
  return `${formula}\n`;
}

/** The segment's name for every row. @throws AppError RULE-FORMULA-LONG */
export function treeFormula(book: RuleBook): string {
  return fitting(`=${ifOf(book.tree, book)}`);
}

/** TRUE for the rows that satisfy a segment's rule. @throws AppError RULE-FORMULA-LONG */
export function segmentFormula({ rule }: RuledSegment): string {
  const parts = rule.alternatives.map(({ conditions }) => `AND(${conditions.map(written).join(',')})`);
  return fitting(parts.length === 1 ? `=${parts[0]}` : `=OR(${parts.join(',')})`);
}
