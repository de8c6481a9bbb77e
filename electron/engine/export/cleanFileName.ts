// File names made of data (a campaign's name, a segment's name): safe on Windows, macOS and Linux, shown before writing.

/** Names that Windows keeps for devices, whatever the extension. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** Separators and characters that Windows refuses. */
const REFUSED = /[<>:"/\\|?*]+/g;
/** Controls, and format characters such as the right-to-left override that disguises an extension. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const MAX_BYTES = 120;

/** True for a file name that the system would open as a device (`CON`, `nul.txt`). */
export function isReservedName(fileName: string): boolean {
  const stem = fileName.split('.')[0] ?? '';
  return DEVICES.test(stem.trim());
}

/**
 * A file name without folders, control characters, reserved names, leading or trailing dots; at most 120 bytes of
 * UTF-8 before the extension.
 *
 * @param name any text
 * @param extension without its dot, added as it is
 * @example cleanFileName('../../Autumn: plan.', 'xlsx') // 'Autumn- plan.xlsx'
 */
export function cleanFileName(name: string, extension?: string): string {
  const visible = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(REFUSED, '-');
  const trimmed = shorten(visible.replace(/^[.\s-]+/, '')).replace(/[.\s-]+$/, '');
  const stem = trimmed === '' ? 'export' : isReservedName(trimmed) ? `_${trimmed}` : trimmed;
  return extension === undefined ? stem : `${stem}.${extension}`;
}

/** Cuts between characters as people see them, so that no accent or emoji is torn apart. */
function shorten(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > MAX_BYTES) break;
    kept += segment;
  }
  return kept;
}
