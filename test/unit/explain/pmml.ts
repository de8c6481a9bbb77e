// Reads and evaluates the PMML that is exported: TreeModel with defaultChild, RuleSetModel with firstHit.
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
}

const decode = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Strict about what it reads: tags that close, attributes without raw marks, nothing in between but line ends. */
export function parseXml(text: string): Xml {
  const tag = /\s*<(\/?)([A-Za-z]+)((?:\s+[A-Za-z]+="[^"<>\n]*")*)(\/?)>\s*/y;
  let at = text.indexOf('?>') + 2;
  const open: { name: string; attributes: Record<string, string>; children: Xml[] }[] = [
    { name: '', attributes: {}, children: [] },
  ];
  while (at < text.length) {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (!found) throw new Error(`no tag at ${text.slice(at, at + 40)}`);
    at = tag.lastIndex;
    const [, close, name = '', list = '', alone] = found;
    if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} was not open`);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of list.matchAll(/([A-Za-z]+)="([^"]*)"/g)) {
      if (/&(?!#\d+;|amp;|lt;|gt;|quot;)/.test(value)) throw new Error(`a bare & in ${value}`);
      attributes[key] = decode(value);
    }
    const element = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    if (alone !== '/') open.push(element);
  }
  if (open.length !== 1 || open[0]!.children.length !== 1) throw new Error('not one document');
  return open[0]!.children[0]!;
}

export type Row = Readonly<Record<string, number | string | null>>;

const childOf = (xml: Xml, name: string): Xml => {
  const found = xml.children.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** True, false, or null = unknown for want of a value. */
function holds(test: Xml, row: Row): boolean | null {
  if (test.name === 'True') return true;
  if (test.name === 'CompoundPredicate') {
    const parts = test.children.map((one) => holds(one, row));
    return parts.includes(false) ? false : parts.includes(null) ? null : true;
  }
  const { field = '', operator = '', value = '' } = test.attributes;
  if (!(field in row)) throw new Error(`no field ${field}`);
  const known = row[field];
  if (known === null || known === undefined) return null;
  if (operator === 'greaterOrEqual') return Number(known) >= Number(value);
  if (operator === 'lessThan') return Number(known) < Number(value);
  return (known === value) === (operator === 'equal');
}

const PREDICATES = ['True', 'SimplePredicate', 'CompoundPredicate'];
const predicateOf = (xml: Xml): Xml => xml.children.find(({ name }) => PREDICATES.includes(name))!;

function scoreOf(node: Xml, row: Row): string {
  const children = node.children.filter(({ name }) => name === 'Node');
  if (children.length === 0) return node.attributes['score']!;
  for (const child of children) {
    const answer = holds(predicateOf(child), row);
    if (answer === null)
      return scoreOf(
        children.find(({ attributes }) => attributes['id'] === node.attributes['defaultChild'])!,
        row,
      );
    if (answer) return scoreOf(child, row);
  }
  throw new Error('no child holds');
}

/** The score that the document's model gives a row. */
export function evaluatePmml(document: Xml, row: Row): string {
  const tree = document.children.find(({ name }) => name === 'TreeModel');
  if (tree) return scoreOf(childOf(tree, 'Node'), row);
  const set = childOf(childOf(document, 'RuleSetModel'), 'RuleSet');
  const rules = set.children.filter(({ name }) => name === 'SimpleRule');
  const hit = rules.find((rule) => holds(predicateOf(rule), row) === true);
  return hit?.attributes['score'] ?? set.attributes['defaultScore']!;
}

/** Of the elements that are used, what the schema of PMML 4.4 lets stand inside (in this order) and asks for. */
const SCHEMA: Readonly<Record<string, readonly [RegExp, readonly string[]]>> = {
  PMML: [/^Header DataDictionary (TreeModel|RuleSetModel)$/, ['version']],
  Header: [/^Application$/, []],
  Application: [/^$/, ['name']],
  DataDictionary: [/^DataField( DataField)*$/, []],
  DataField: [/^(Value ?)*$/, ['name', 'optype', 'dataType']],
  Value: [/^$/, ['value']],
  TreeModel: [/^MiningSchema Node$/, ['functionName']],
  RuleSetModel: [/^MiningSchema RuleSet$/, ['functionName']],
  MiningSchema: [/^MiningField( MiningField)*$/, []],
  MiningField: [/^$/, ['name']],
  Node: [/^(True|SimplePredicate)( ScoreDistribution)*( Node Node)?$/, ['id', 'score']],
  True: [/^$/, []],
  SimplePredicate: [/^$/, ['field', 'operator', 'value']],
  CompoundPredicate: [/^SimplePredicate( SimplePredicate)+$/, ['booleanOperator']],
  ScoreDistribution: [/^$/, ['value', 'recordCount']],
  RuleSet: [/^RuleSelectionMethod( SimpleRule)*$/, []],
  RuleSelectionMethod: [/^$/, ['criterion']],
  SimpleRule: [/^(SimplePredicate|CompoundPredicate)$/, ['score']],
};

/** What the schema would object to: wrong order, unknown elements, missing attributes, fields nobody declares. */
export function schemaFaults(xml: Xml, declared: ReadonlySet<string> = new Set(fieldNames(xml))): string[] {
  const rule = SCHEMA[xml.name];
  if (!rule) return [`unknown ${xml.name}`];
  const inside = xml.children.map(({ name }) => name).join(' ');
  const { name, field } = xml.attributes;
  const used = xml.name === 'MiningField' ? name : field;
  return [
    ...(rule[0].test(inside) ? [] : [`${xml.name} holds ${inside}`]),
    ...rule[1].flatMap((one) => (xml.attributes[one] === undefined ? [`${xml.name} without ${one}`] : [])),
    ...(used === undefined || declared.has(used) ? [] : [`${used} is not declared`]),
    ...xml.children.flatMap((child) => schemaFaults(child, declared)),
  ];
}

const fieldNames = (xml: Xml): string[] => [
  ...(xml.name === 'DataField' ? [xml.attributes['name'] ?? ''] : []),
  ...xml.children.flatMap(fieldNames),
];
