// Who is in which segment, as data that every written form (words, SQL, formula, JSON, PMML) is made from.

/** What a condition asks of a column; a customer without a value satisfies none. */
export interface BookCondition {
  /** The feature's name in the project: the name of the column in every form. */
  readonly column: string;
  readonly op: '>=' | '<' | 'is' | 'isNot';
  readonly value: number | string;
}

export interface BookColumn {
  readonly name: string;
  /** As people read it. */
  readonly label: string;
  readonly kind: 'number' | 'category';
  /** Levels of a category. */
  readonly levels: readonly string[];
}

export interface BookLeaf {
  readonly kind: 'leaf';
  /** Index into the book's segments. */
  readonly segment: number;
  /** Customers here, and (weighted) counts per segment. */
  readonly customers: number;
  readonly counts: readonly number[];
}
export interface BookSplit {
  readonly kind: 'split';
  readonly condition: BookCondition;
  /** Where customers go who have no value. */
  readonly missing: 'yes' | 'no';
  readonly yes: BookNode;
  readonly no: BookNode;
  readonly segment: number;
  readonly customers: number;
  readonly counts: readonly number[];
}
export type BookNode = BookLeaf | BookSplit;

export interface BookAlternative {
  readonly conditions: readonly BookCondition[];
  readonly precision: number;
  readonly matches: number;
  readonly hits: number;
}

export interface BookSegment {
  /** Different from that of all other segments. */
  readonly name: string;
  readonly customers: number;
  /** Null when no short rule describes it. */
  readonly rule: {
    readonly alternatives: readonly BookAlternative[];
    readonly precision: number;
    readonly recall: number;
    readonly coverage: number;
    readonly matches: number;
    readonly hits: number;
  } | null;
}

export interface RuleBook {
  readonly columns: readonly BookColumn[];
  readonly segments: readonly BookSegment[];
  /** Puts every customer into one segment. */
  readonly tree: BookNode;
  /** Share of customers whom the tree puts into their own segment, 0..1. */
  readonly fidelity: number;
}

/** A segment of the book with its rule. */
export type RuledSegment = BookSegment & { readonly rule: NonNullable<BookSegment['rule']> };

/** Columns that a form mentions, in the book's order. */
export function usedColumns(book: RuleBook, segment?: RuledSegment): readonly BookColumn[] {
  const names = new Set<string>();
  const visit = (node: BookNode): void => {
    if (node.kind === 'leaf') return;
    names.add(node.condition.column);
    visit(node.yes);
    visit(node.no);
  };
  if (segment === undefined) visit(book.tree);
  for (const { conditions } of segment?.rule.alternatives ?? [])
    for (const { column } of conditions) names.add(column);
  return book.columns.filter(({ name }) => names.has(name));
}
