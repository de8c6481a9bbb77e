// One cell of an OpenDocument table: its typed value as text, or the paragraphs written in it.
import type { IssueTally } from '../issueTally.ts';
import { shownBeside } from '../sheets/digitFormat.ts';
import type { FormattedNumber } from '../sheets/formattedNumbers.ts';
import { isoDateText, numberText } from '../xlsx/cellText.ts';
import { attribute } from '../xlsx/xmlTokenizer.ts';

const MOST_SPACES = 10_000;
const DURATION = /^(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?$/;

/** `PT36H05M00S` as `36:05:00`; what is no duration stays as it is. */
export function durationText(raw: string): string {
  const match = DURATION.exec(raw);
  if (match === null) return raw;
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const pad = (part: string): string => part.padStart(2, '0');
  return `${sign}${pad(String(Number(days) * 24 + Number(hours)))}:${pad(minutes)}:${pad(seconds)}`;
}

/** A count of repetitions; nonsense counts once, and no sheet is longer than a few million rows. */
export function repeats(attributes: string, name: string): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 1 ? Math.min(count, 1 << 24) : 1;
}

export class OdsCell {
  repeat = 1;
  /** It stretches over its neighbours. */
  spans = false;
  /** It lies under a stretched neighbour. */
  covered = false;
  #type = '';
  #attributes = '';
  #hasFormula = false;
  #isError = false;
  #text = '';
  #paragraphs = 0;
  /** Depth of text elements; white space between elements is not text. */
  #inText = 0;
  /** What comes next follows a written space or starts a paragraph, where a written space says nothing. */
  #afterSpace = true;

  open(name: string, attributes: string): void {
    this.covered = name === 'covered-table-cell';
    this.repeat = attributes.includes('columns-repeated')
      ? repeats(attributes, 'number-columns-repeated')
      : 1;
    this.spans = attributes.includes('-spanned="') && /-spanned="(?!1")/.test(attributes);
    this.#attributes = attributes;
    this.#type = attributes === '' ? '' : (attribute(attributes, 'value-type') ?? '');
    this.#hasFormula = attributes.includes(':formula=');
    this.#isError = attributes.includes('calcext:value-type="error"');
    this.#text = '';
    this.#paragraphs = 0;
    this.#inText = 0;
    this.#afterSpace = true;
  }

  openInside(name: string, attributes: string): void {
    if (name === 'p' || name === 'h') {
      if (this.#paragraphs++ > 0) this.#text += '\n';
      this.#inText++;
      this.#afterSpace = true;
    } else if (name === 's') {
      const count = Number(attribute(attributes, 'c') ?? 1);
      this.#add(' '.repeat(Number.isInteger(count) && count > 0 ? Math.min(count, MOST_SPACES) : 1));
    } else if (name === 'tab') this.#add('\t');
    else if (name === 'line-break') this.#add('\n');
  }

  closeInside(name: string): void {
    if ((name !== 'p' && name !== 'h') || this.#inText === 0) return;
    this.#inText--;
    if (this.#afterSpace && this.#text.endsWith(' ')) this.#text = this.#text.slice(0, -1);
    this.#afterSpace = false;
  }

  /** Runs of white space count as one space, none at the ends of a paragraph (ODF 1.3 part 3, 6.1.2). */
  text(text: string): void {
    if (this.#inText === 0) return;
    const single = text.replace(/[ \t\r\n]+/g, ' ');
    const added = this.#afterSpace && single.startsWith(' ') ? single.slice(1) : single;
    this.#text += added;
    if (single !== '') this.#afterSpace = single.endsWith(' ');
  }

  /** Spaces, tabs and breaks that are written as elements stay. */
  #add(text: string): void {
    if (this.#inText === 0) return;
    this.#text += text;
    this.#afterSpace = false;
  }

  /** The cell's text; what deserves a note is counted. */
  close(tally: IssueTally | null, line: number): string {
    const text = this.#isError ? '' : this.#value();
    if (this.#hasFormula) {
      if (!this.#isError && this.#type === '' && text === '')
        tally?.add('FORMULA-NO-VALUE', 'check', { line });
      else tally?.add('FORMULA-CELLS', 'note', { line });
    }
    if (this.#isError) tally?.add('ERROR-CELLS', 'check', { line, args: { value: this.#text.slice(0, 20) } });
    return text;
  }

  /** The cell's style, where it has one of its own. */
  get style(): string | undefined {
    return this.#attributes.includes('style-name') ? attribute(this.#attributes, 'style-name') : undefined;
  }

  /**
   * How the number is shown, where that is not `stored`, the text that `close` gave.
   * @param pads whether the cell's style writes whole numbers with leading zeros
   */
  shownFor(stored: string, pads: boolean): Omit<FormattedNumber, 'position'> | null {
    return this.#type === 'float' ? shownBeside(stored, this.#text, pads) : null;
  }

  #value(): string {
    switch (this.#type) {
      case 'float':
      case 'percentage':
      case 'currency':
        return numberText(attribute(this.#attributes, 'value') ?? this.#text);
      case 'date':
        return isoDateText(attribute(this.#attributes, 'date-value') ?? this.#text);
      case 'time':
        return durationText(attribute(this.#attributes, 'time-value') ?? this.#text);
      case 'boolean':
        return (attribute(this.#attributes, 'boolean-value') ?? '').toUpperCase();
      default:
        return attribute(this.#attributes, 'string-value') ?? this.#text;
    }
  }
}
