// A small tokenizer for the XML of workbooks: elements, attributes, text. It knows no entities but the five
// predefined ones and numbers, and refuses a DOCTYPE, so nothing can be fetched or expanded.
import { AppError } from '../../../../shared/errors.ts';

/** What a part's reader wants to hear. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const LONGEST_TAG = 1 << 20;
const LONGEST_TEXT = 1 << 22;
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Replaces the predefined entities and character references. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    ENTITY,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code);
    },
  );
}

/** Line ends as every reader of XML has to see them (XML 1.0, 2.11); escaped ones stay. */
function plainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The value of an attribute by its local name, or undefined. `attributes` is the raw text inside the tag. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before !== 32 && before !== 58 && before !== 10 && before !== 9 && before !== 13) continue;
    let next = at + name.length;
    while (attributes.charCodeAt(next) === 32) next++;
    if (attributes.charCodeAt(next) !== 61) continue;
    next++;
    while (attributes.charCodeAt(next) === 32) next++;
    const quote = attributes[next];
    if (quote !== '"' && quote !== "'") continue;
    const end = attributes.indexOf(quote, next + 1);
    return end === -1 ? undefined : decodeEntities(attributes.slice(next + 1, end));
  }
  return undefined;
}

/** Feed it decoded pieces with `push` and finish with `end`; events come in document order. */
export class XmlTokenizer {
  readonly #handler: XmlHandler;
  readonly #fileName: string;
  #rest = '';
  #depth = 0;

  constructor(handler: XmlHandler, fileName: string) {
    this.#handler = handler;
    this.#fileName = fileName;
  }

  /** It stands between two tags, waiting for nothing. */
  get isIdle(): boolean {
    return this.#rest === '';
  }

  /** @throws AppError XLSX-UNSAFE (DOCTYPE), XLSX-TOO-LARGE, XLSX-DAMAGED. */
  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    const size = text.length;
    let at = 0;
    while (at < size) {
      if (text.charCodeAt(at) !== 60) {
        const next = text.indexOf('<', at);
        if (next === -1) break;
        this.#handler.text(decodeEntities(plainLineEnds(text.slice(at, next))));
        at = next;
        continue;
      }
      const end = this.#tag(text, at);
      if (end === -1) break;
      at = end;
    }
    this.#rest = at === 0 ? text : text.slice(at);
    if (this.#rest.length > (this.#rest.startsWith('<') ? LONGEST_TAG : LONGEST_TEXT)) {
      throw new AppError('XLSX-TOO-LARGE', { limit: '4 MB' }, { file: this.#fileName });
    }
  }

  /** @throws AppError XLSX-DAMAGED when the part ends inside an element. */
  end(): void {
    if (this.#depth !== 0 || this.#rest.startsWith('<')) throw this.#damaged();
  }

  /** Handles the markup at `at`; returns where it ends, -1 when it is not complete yet. */
  #tag(text: string, at: number): number {
    const second = text.charCodeAt(at + 1);
    if (second === 33 || second === 63) return this.#special(text, at);
    const end = text.indexOf('>', at + 1);
    if (end === -1) return -1;
    if (second === 47) {
      this.#depth--;
      if (this.#depth < 0) throw this.#damaged();
      this.#handler.close(localName(text, at + 2, end));
      return end + 1;
    }
    // A '>' inside an attribute value: look on until the quotes are even. Only possible when there are attributes.
    const last = evenQuotes(text, at, end) ? end : this.#endOfTag(text, at);
    if (last === -1) return -1;
    const selfClosing = text.charCodeAt(last - 1) === 47;
    const stop = selfClosing ? last - 1 : last;
    let nameEnd = at + 1;
    while (nameEnd < stop && text.charCodeAt(nameEnd) > 32) nameEnd++;
    const name = localName(text, at + 1, nameEnd);
    this.#handler.open(name, nameEnd + 1 < stop ? text.slice(nameEnd + 1, stop) : '');
    if (selfClosing) this.#handler.close(name);
    else this.#depth++;
    return last + 1;
  }

  #endOfTag(text: string, at: number): number {
    let quote = '';
    for (let i = at; i < text.length; i++) {
      const sign = text[i] ?? '';
      if (quote !== '') {
        if (sign === quote) quote = '';
      } else if (sign === '"' || sign === "'") quote = sign;
      else if (sign === '>') return i;
    }
    return -1;
  }

  #special(text: string, at: number): number {
    const marks: readonly (readonly [string, string])[] = [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
    ];
    for (const [open, close] of marks) {
      if (!text.startsWith(open, at)) continue;
      const end = text.indexOf(close, at + open.length);
      if (end === -1) return -1;
      if (open === '<![CDATA[') this.#handler.text(plainLineEnds(text.slice(at + open.length, end)));
      return end + close.length;
    }
    if (text.length - at < 9) return -1;
    throw new AppError('XLSX-UNSAFE', { reason: 'doctype' }, { file: this.#fileName });
  }

  #damaged(): AppError {
    return new AppError('XLSX-DAMAGED', { part: 'xml' }, { file: this.#fileName });
  }
}

/** Whether a tag's '>' stands outside attribute values: its quotes are even. Looks no further than the tag itself. */
function evenQuotes(text: string, from: number, to: number): boolean {
  let double = 0;
  let single = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) double++;
    else if (code === 39) single++;
  }
  return (double & 1) === 0 && single === 0;
}

function localName(text: string, from: number, to: number): string {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  const name = text.slice(from, end);
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
