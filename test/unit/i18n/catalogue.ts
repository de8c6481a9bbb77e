// All messages of a language as a flat list, and what the message parser finds in one of them.
import { isPluralElement, isSelectElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { messagesOf } from '../../../shared/i18n/index.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

/** Dotted key → message, in the file's order. */
export function catalogue(locale: Locale): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') {
      flat.set(path, node);
      return;
    }
    if (node === null || typeof node !== 'object') throw new Error(`not a message: ${path}`);
    for (const [key, value] of Object.entries(node)) walk(value, path === '' ? key : `${path}.${key}`);
  };
  walk(messagesOf(locale), '');
  return flat;
}

export interface Argument {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date' | 'select' | 'tag';
  /** Of plurals and selects. */
  readonly options: readonly string[];
}

/** Every use of an argument, also inside plurals, selects and tags. */
export function argumentsOf(message: string): Argument[] {
  return parse(message).flatMap(argumentsIn);
}

function argumentsIn(element: MessageFormatElement): Argument[] {
  if (isPluralElement(element) || isSelectElement(element)) {
    const options = Object.keys(element.options);
    const kind = isPluralElement(element) ? 'number' : 'select';
    const inner = Object.values(element.options).flatMap((option) => option.value.flatMap(argumentsIn));
    return [{ name: element.value, kind, options }, ...inner];
  }
  switch (element.type) {
    case TYPE.argument:
      return [{ name: element.value, kind: 'text', options: [] }];
    case TYPE.number:
      return [{ name: element.value, kind: 'number', options: [] }];
    case TYPE.date:
    case TYPE.time:
      return [{ name: element.value, kind: 'date', options: [] }];
    case TYPE.tag:
      return [{ name: element.value, kind: 'tag', options: [] }, ...element.children.flatMap(argumentsIn)];
    default:
      return [];
  }
}

/** The words of a message without its placeholders. */
export function wordsOf(message: string): string {
  const text = (elements: readonly MessageFormatElement[]): string =>
    elements
      .map((element) => {
        if (element.type === TYPE.literal) return element.value;
        if (element.type === TYPE.tag) return text(element.children);
        if (!isPluralElement(element) && !isSelectElement(element)) return ' ';
        return Object.values(element.options)
          .map((option) => text(option.value))
          .join(' ');
      })
      .join('');
  return text(parse(message));
}
