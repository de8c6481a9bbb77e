// Text on its way out of the project. `cleanText` keeps files well-formed; `safeCell` also keeps spreadsheet programs
// from reading text as a formula. The original stays in the project.

/** Not allowed in XML 1.0, or invisible in a table: C0 except TAB LF CR, DEL and C1, U+FFFE, U+FFFF. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/**
 * Replaces what would corrupt XML or hide in a cell (control characters, lone surrogates, non-characters) by U+FFFD.
 * NUL, which failed copies leave behind, is dropped. Tabs and line breaks stay.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').replace(FORBIDDEN, '\uFFFD');
}

const PLAIN_NUMBER = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)([eE][+-]?\d+)?%?$/;
/** What programs skip before they look for a formula: white space of any kind, zero-width characters, BOM, controls. */
const SKIPPED = /^[\s\p{Cc}\p{Cf}]*/u;
/** With their full-width forms, which some programs fold to the ordinary ones. */
const TRIGGERS = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
const LEADING_CONTROL = /^\p{Cc}/u;

/** True when a spreadsheet program might run the text as a formula. Plain numbers such as −12.5 are not formulas. */
export function looksLikeFormula(text: string): boolean {
  if (PLAIN_NUMBER.test(text)) return false;
  if (LEADING_CONTROL.test(text)) return true;
  return TRIGGERS.has(text.charAt(SKIPPED.exec(text)?.[0].length ?? 0));
}

/**
 * The text of one table cell: clean, and with an apostrophe in front when it could be read as a formula
 * (the mark by which spreadsheet programs know text).
 *
 * @example safeCell('=1+1') // "'=1+1"
 * @example safeCell('-12.5') // '-12.5'
 */
export function safeCell(text: string): string {
  return looksLikeFormula(text) ? `'${cleanText(text)}` : cleanText(text);
}
