// Segments as standard SQL: quoted identifiers, CASE for everyone, WHERE for one segment.
import type { BookCondition, BookNode, RuleBook, RuledSegment } from './ruleBook.ts';

const TABLE = 'customers';
const INDENT = '  ';

/** A delimited identifier (SQL:2016 §5.2); a character that no identifier may hold is left out. */
const identifier = (name: string): string => `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
const literal = (value: number | string): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`;

const SIGNS = { '>=': '>=', '<': '<', is: '=', isNot: '<>' } as const;

/** Unknown, so not satisfied, where the value is NULL. */
function written({ column, op, value }: BookCondition): string {
  return `${identifier(column)} ${SIGNS[op]} ${literal(value)}`;
}

/** Text that cannot end its comment. */
const comment = (text: string): string => `-- ${text.replaceAll(/\s+/g, ' ')}`;

function caseOf(node: BookNode, book: RuleBook, depth: number): string {
  if (node.kind === 'leaf') return literal(book.segments[node.segment]?.name ?? '');
  const { condition, missing } = node;
  const inner = INDENT.repeat(depth + 1);
  const orMissing = missing === 'yes' ? ` OR ${identifier(condition.column)} IS NULL` : '';
  const yes = caseOf(node.yes, book, depth + 1);
  const no = caseOf(node.no, book, depth + 1);
  const end = INDENT.repeat(depth);
  return `CASE\n${inner}WHEN ${written(condition)}${orMissing} THEN ${yes}\n${inner}ELSE ${no}\n${end}END`;
}

/** One query: every customer with the segment that the tree puts them in. Columns are named as the features are. */
export function treeSql(book: RuleBook): string {
  const about = comment(
    `${Math.round(book.fidelity * 100)} %: ${book.segments.map(({ name }) => name).join(', ')}`,
  );
  return `${about}\nSELECT ${identifier(TABLE)}.*,\n${INDENT}${caseOf(book.tree, book, 1)} AS ${identifier('segment')}\nFROM ${identifier(TABLE)};\n`;
}

/** One query: the customers who satisfy a segment's rule. */
export function segmentSql({ name, rule }: RuledSegment): string {
  const parts = rule.alternatives.map(({ conditions }) => `(${conditions.map(written).join(' AND ')})`);
  return `${comment(name)}\nSELECT *\nFROM ${identifier(TABLE)}\nWHERE ${parts.join(`\n${INDENT}OR `)};\n`;
}
