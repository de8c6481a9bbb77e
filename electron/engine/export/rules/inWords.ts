// Segments in words: the rule of each, line by line, and how right it is.
import type { Words } from '../words.ts';
import type { BookCondition, BookNode, RuleBook, RuledSegment } from './ruleBook.ts';

/** Cuts are short numbers; all of their digits count. */
const DIGITS = 6;

function condition(book: RuleBook, words: Words, asked: BookCondition): string {
  const { column, op, value } = asked;
  const { t } = words;
  const signs = {
    '>=': t('exports.page.atLeast'),
    '<': t('exports.page.lessThan'),
    is: t('exports.page.is'),
    isNot: t('exports.page.isNot'),
  };
  const label = book.columns.find(({ name }) => name === column)?.label ?? column;
  return `${label} ${signs[op]} ${typeof value === 'number' ? words.decimal(value, DIGITS) : value}`;
}

/** The rule of one segment, a condition per line. */
export function segmentWords(book: RuleBook, segment: RuledSegment, words: Words): string {
  const { t } = words;
  const { alternatives, precision, recall, coverage, matches, hits } = segment.rule;
  const lines = alternatives.flatMap(({ conditions }, at) =>
    conditions.map((one, index) => {
      const first = at === 0 ? t('exports.page.if') : t('exports.page.orIf');
      return `${index === 0 ? first : t('exports.page.and')} ${condition(book, words, one)}`;
    }),
  );
  const fit = t('exports.page.ruleFit', {
    precision: words.percent(precision, 0),
    recall: words.percent(recall, 0),
    coverage: words.percent(coverage, 0),
    matches: words.integer(matches),
    hits: words.integer(hits),
  });
  return [segment.name, ...lines, fit, ''].join('\n');
}

/** The tree as an indented list of questions; every customer ends at one segment. */
export function treeWords(book: RuleBook, words: Words): string {
  const { t } = words;
  const lines: string[] = [];
  const visit = (node: BookNode, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (node.kind === 'leaf') {
      const name = book.segments[node.segment]?.name ?? '';
      lines.push(`${indent}→ ${name} (${words.integer(node.customers)})`);
      return;
    }
    const orUnknown = node.missing === 'yes' ? ` ${t('exports.page.orUnknown')}` : '';
    const asked = condition(book, words, node.condition);
    lines.push(`${indent}${t('exports.page.if')} ${asked}${orUnknown}`);
    visit(node.yes, depth + 1);
    lines.push(`${indent}${t('exports.page.otherwise')}`);
    visit(node.no, depth + 1);
  };
  visit(book.tree, 0);
  const fit = t('exports.page.treeFit', { share: words.percent(book.fidelity, 0) });
  return [...lines, fit, ''].join('\n');
}
