// HTML by template, safe by construction: whatever is put into a template is escaped unless it is markup itself.
// Attributes are always written in double quotes.
import { cleanText } from '../safeText.ts';

export interface Markup {
  readonly markup: string;
}
type Part = Markup | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Joins a template: strings and numbers escaped, markup kept, lists concatenated, null left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = strings[0] ?? '';
  parts.forEach((part, index) => {
    markup += render(part) + (strings[index + 1] ?? '');
  });
  return { markup };
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(render).join('');
}

/** Text that came from the data: isolated, so that its direction cannot reorder what stands around it. */
export function fromData(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}
