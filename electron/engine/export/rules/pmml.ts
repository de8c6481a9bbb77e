// Segments as PMML 4.4 (Data Mining Group, 2019): a TreeModel for everyone, a RuleSetModel for one segment.
import type { BookColumn, BookCondition, BookNode, RuleBook, RuledSegment } from './ruleBook.ts';
import { usedColumns } from './ruleBook.ts';

const TARGET = 'segment';
const OTHER = 'other';
const OPERATORS = { '>=': 'greaterOrEqual', '<': 'lessThan', is: 'equal', isNot: 'notEqual' } as const;
const OPPOSITES = { '>=': 'lessThan', '<': 'greaterOrEqual', is: 'notEqual', isNot: 'equal' } as const;

/** Characters that XML 1.0 cannot hold become the replacement character; line ends survive as references. */
function attribute(value: number | string): string {
  return String(value)
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (mark) => `&#${mark.codePointAt(0)};`);
}

const element = (name: string, attributes: Readonly<Record<string, number | string>>, inner = ''): string => {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return inner === '' ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>\n${inner}\n</${name}>`;
};

const predicate = (
  { column, value }: BookCondition,
  operator: (typeof OPERATORS)[keyof typeof OPERATORS],
): string => element('SimplePredicate', { field: fieldOf(column), operator, value });

/** The target has a name of its own, also beside a feature called so. */
const fieldOf = (column: string): string => (column === TARGET ? `${TARGET} (feature)` : column);

function dataField({ name, kind, levels }: BookColumn): string {
  const field = fieldOf(name);
  if (kind === 'number')
    return element('DataField', { name: field, optype: 'continuous', dataType: 'double' });
  const values = levels.map((value) => element('Value', { value }));
  return element('DataField', { name: field, optype: 'categorical', dataType: 'string' }, values.join('\n'));
}

function documentOf(columns: readonly BookColumn[], outcomes: readonly string[], model: string): string {
  const target = element(
    'DataField',
    { name: TARGET, optype: 'categorical', dataType: 'string' },
    outcomes.map((value) => element('Value', { value })).join('\n'),
  );
  const dictionary = element(
    'DataDictionary',
    { numberOfFields: columns.length + 1 },
    [...columns.map(dataField), target].join('\n'),
  );
  const header = element('Header', {}, element('Application', { name: 'Clientela' }));
  const root = { version: '4.4', xmlns: 'http://www.dmg.org/PMML-4_4' };
  const body = element('PMML', root, [header, dictionary, model].join('\n'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

function schemaOf(columns: readonly BookColumn[]): string {
  // A level that the dictionary does not know is no reason to refuse a customer.
  const fields = columns.map(({ name }) =>
    element('MiningField', { name: fieldOf(name), usageType: 'active', invalidValueTreatment: 'asIs' }),
  );
  fields.push(element('MiningField', { name: TARGET, usageType: 'target' }));
  return element('MiningSchema', {}, fields.join('\n'));
}

/** Nodes are numbered by the way to them: 0 is the root, then y or n per question. */
function nodeXml(node: BookNode, id: string, test: string, book: RuleBook): string {
  const nameOf = (segment: number): string => book.segments[segment]?.name ?? '';
  const scores = node.counts.map((count, at) =>
    element('ScoreDistribution', { value: nameOf(at), recordCount: count }),
  );
  const attributes = { id, score: nameOf(node.segment), recordCount: node.customers };
  if (node.kind === 'leaf') return element('Node', attributes, [test, ...scores].join('\n'));
  const { condition, missing, yes, no } = node;
  const children = [
    nodeXml(yes, `${id}y`, predicate(condition, OPERATORS[condition.op]), book),
    nodeXml(no, `${id}n`, predicate(condition, OPPOSITES[condition.op]), book),
  ];
  const defaultChild = `${id}${missing === 'yes' ? 'y' : 'n'}`;
  return element('Node', { ...attributes, defaultChild }, [test, ...scores, ...children].join('\n'));
}

/** A classification tree that gives every customer a segment. */
export function treePmml(book: RuleBook): string {
  const columns = usedColumns(book);
  const model = element(
    'TreeModel',
    {
      modelName: 'segments',
      functionName: 'classification',
      algorithmName: 'CART',
      missingValueStrategy: 'defaultChild',
      splitCharacteristic: 'binarySplit',
    },
    [schemaOf(columns), nodeXml(book.tree, '0', '<True/>', book)].join('\n'),
  );
  return documentOf(
    columns,
    book.segments.map(({ name }) => name),
    model,
  );
}

/** Rules that answer with the segment's name, or "other". */
export function segmentPmml(book: RuleBook, segment: RuledSegment): string {
  const columns = usedColumns(book, segment);
  const other = segment.name === OTHER ? `not ${OTHER}` : OTHER;
  const rules = segment.rule.alternatives.map(({ conditions, precision, matches, hits }, at) => {
    const tests = conditions.map((condition) => predicate(condition, OPERATORS[condition.op]));
    const test =
      tests.length === 1
        ? (tests[0] ?? '')
        : element('CompoundPredicate', { booleanOperator: 'and' }, tests.join('\n'));
    const numbers = { recordCount: matches, nbCorrect: hits, confidence: precision };
    return element('SimpleRule', { id: `rule-${at + 1}`, score: segment.name, ...numbers }, test);
  });
  const method = element('RuleSelectionMethod', { criterion: 'firstHit' });
  const set = element('RuleSet', { defaultScore: other }, [method, ...rules].join('\n'));
  const model = element(
    'RuleSetModel',
    { modelName: segment.name, functionName: 'classification' },
    [schemaOf(columns), set].join('\n'),
  );
  return documentOf(columns, [segment.name, other], model);
}
