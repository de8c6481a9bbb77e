// The names inside an OLE container ([MS-CFB]), which say what an old Office file is. Only the first sectors of the
// directory are looked at; the stream that matters is always among the first entries.
import { AppError } from '../../../../shared/errors.ts';
import { type OpenedFile, readBytes } from '../openFile.ts';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MOST_ENTRIES = 256;
/** Sector numbers from here on are marks, not places. */
const LAST_SECTOR = 0xfffffff9;

function nameOf(entry: Buffer): string {
  const bytes = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2));
  return entry.toString('utf16le', 0, bytes & ~1);
}

/** Names of streams and storages. @throws AppError XLSX-DAMAGED when there is no directory. */
async function readNames(file: OpenedFile): Promise<readonly string[]> {
  const damaged = new AppError('XLSX-DAMAGED', { part: 'ole' }, { file: file.fileName });
  const header = await readBytes(file, 0, HEADER_BYTES);
  if (header.length < HEADER_BYTES) throw damaged;
  const sector = header.readUInt32LE(48);
  const shift = header.readUInt16LE(30);
  if (sector > LAST_SECTOR || (shift !== 9 && shift !== 12)) throw damaged;
  const directory = await readBytes(file, (sector + 1) * 2 ** shift, ENTRY_BYTES * MOST_ENTRIES);
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const entry = directory.subarray(at, at + ENTRY_BYTES);
    const kind = entry[66] ?? 0;
    if (kind === 1 || kind === 2 || kind === 5) names.push(nameOf(entry).toLowerCase());
  }
  if (names.length === 0) throw damaged;
  return names;
}

const OTHERS: readonly (readonly [string, string])[] = [
  ['worddocument', 'DOC'],
  ['powerpoint document', 'PPT'],
  ['wksssworkbook', 'WKS'],
];

/**
 * Makes sure that an OLE container holds an XLS workbook.
 * @throws AppError XLSX-ENCRYPTED (a modern workbook with a password), SRC-UNSUPPORTED (args.found), XLSX-DAMAGED.
 */
export async function expectXls(file: OpenedFile): Promise<void> {
  const names = await readNames(file);
  const place = { file: file.fileName };
  if (names.includes('encryptedpackage')) throw new AppError('XLSX-ENCRYPTED', {}, place);
  if (names.includes('workbook') || names.includes('book')) return;
  const other = OTHERS.find(([name]) => names.includes(name));
  throw new AppError('SRC-UNSUPPORTED', { found: other?.[1] ?? 'OLE' }, place);
}
