// Text that was encoded as UTF-8, read as a single-byte encoding and encoded as UTF-8 again: `JosÃ©`, `РћР»СЊРіР°`.
// A cell is turned back only where every character of it can be, so nothing that was right is touched.
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { RawRecord } from '../rawRecord.ts';

/** What the file was misread as. Programs that took it for ISO-8859-1 left C1 controls: they stand for their bytes too. */
const MISREAD = ['windows-1252', 'windows-1251'] as const;
const MOST_TIMES = 3;
/** Text that could be a lead byte and its continuation in either misreading; most cells hold none. */
const LEAD_AND_NEXT = /[\u00C2-\u00F4\u0412-\u0444\u0160-\u017E][^\x00-\x7F]/;
/** What a repaired cell may hold: Latin, Greek, Cyrillic, CJK, common signs. `Ó©` would become a letter of Kazakh. */
const WRITTEN =
  /^[\t\n\r\x20-\x7E\u00A0-\u024F\u0391-\u03CE\u0400-\u045F\u2010-\u203A\u20AC\u2116\u2122\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFFEE\p{Emoji_Presentation}]*$/u;

type Bytes = ReadonlyMap<string, number>;

function bytesOf(encoding: (typeof MISREAD)[number]): Bytes {
  const map = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const sign = iconv.decode(Buffer.from([byte]), encoding);
    map.set(sign === '\uFFFD' ? String.fromCharCode(byte) : sign, byte);
    if (byte >= 0x80 && byte < 0xa0) map.set(String.fromCharCode(byte), byte);
  }
  return map;
}

let maps: readonly Bytes[] | undefined;

function turnBack(text: string, map: Bytes): string | undefined {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = map.get(text[i] ?? '');
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  if (!isUtf8(bytes)) return undefined;
  const back = bytes.toString('utf8');
  return back !== text && WRITTEN.test(back) ? back : undefined;
}

/**
 * The cell as it was before it was encoded twice (or up to three times); undefined when it does not look so.
 * @example repairDoubleEncoding('JosÃ©') // 'José'
 */
export function repairDoubleEncoding(cell: string): string | undefined {
  let repaired: string | undefined;
  for (let times = 0; times < MOST_TIMES; times++) {
    const text = repaired ?? cell;
    if (!LEAD_AND_NEXT.test(text)) return repaired;
    maps ??= MISREAD.map(bytesOf);
    let next: string | undefined;
    for (const map of maps) next ??= turnBack(text, map);
    if (next === undefined) return repaired;
    repaired = next;
  }
  return repaired;
}

/** The record with its cells repaired; `notice` gets how many were. */
export function repairRecord(record: RawRecord, notice: (line: number, count: number) => void): RawRecord {
  let count = 0;
  const cells = record.cells.map((cell) => {
    const repaired = repairDoubleEncoding(cell);
    if (repaired === undefined) return cell;
    count++;
    return repaired;
  });
  if (count === 0) return record;
  notice(record.line, count);
  return { ...record, cells };
}
