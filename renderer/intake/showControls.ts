// Characters that cannot be seen, made visible: controls as their pictures, direction overrides and the like as signs.

/** U+2400 is the picture of NUL; those of the other controls follow in order, DEL's is apart. */
const PICTURES = 0x24_00;
const DELETE = 0x7f;
/** Direction marks and overrides, zero-width signs, the byte order mark: what may hide or reorder text. */
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

function visible(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(PICTURES + code);
  if (code === DELETE) return '␡';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Text with its invisible controls shown, e.g. `␀`, `[U+202E]`; tabs and line ends become `␉` and `␊`. */
export function showControls(text: string): string {
  return text.replace(HIDDEN, visible);
}
