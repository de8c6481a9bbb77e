// Which cell styles of an OpenDocument spreadsheet write whole numbers with leading zeros, and which style a cell has.
import { attribute } from '../xlsx/xmlTokenizer.ts';
import { LAST_COLUMN } from '../sheets/book.ts';
import { repeats } from './odsCell.ts';

/** Follows the elements of styles and columns (ODF 1.3 part 3, 16.29 and 9.1.6). */
export class NumberStyles {
  /** Data styles that pad with zeros. */
  readonly #padding = new Set<string>();
  /** The data style of each cell style. */
  readonly #cells = new Map<string, string>();
  #dataStyle = '';
  /** Of the open table: the default style of its first columns. */
  #columns: string[] = [];

  open(name: string, attributes: string): void {
    if (name === 'number-style') this.#dataStyle = attribute(attributes, 'name') ?? '';
    else if (name === 'number') {
      const digits = Number(attribute(attributes, 'min-integer-digits') ?? 0);
      const decimals = Number(attribute(attributes, 'decimal-places') ?? 0);
      if (digits > 1 && decimals === 0 && attribute(attributes, 'grouping') !== 'true')
        this.#padding.add(this.#dataStyle);
    } else if (name === 'style') {
      const data = attribute(attributes, 'data-style-name');
      if (data !== undefined) this.#cells.set(attribute(attributes, 'name') ?? '', data);
    } else if (name === 'table') this.#columns = [];
    else if (name === 'table-column') {
      const style = attribute(attributes, 'default-cell-style-name') ?? '';
      const count = repeats(attributes, 'number-columns-repeated');
      for (let i = 0; i < count && this.#columns.length < LAST_COLUMN; i++) this.#columns.push(style);
    }
  }

  /** @param own the cell's own style; without one its column's counts */
  pads(own: string | undefined, column: number): boolean {
    if (this.#padding.size === 0) return false;
    return this.#padding.has(this.#cells.get(own ?? this.#columns[column] ?? '') ?? '');
  }
}
