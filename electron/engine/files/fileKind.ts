// What a file really is, by its first bytes: text to read, a container to look into, or something to refuse by its name.
import { extname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { unmarkedUtf16 } from './text/unmarkedUtf16.ts';

/** `zip` may be a workbook or packed text; `ole` and `biff` are the containers of old workbooks. */
export type FileKind = 'text' | 'gzip' | 'zip' | 'ole' | 'biff';

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([
  '.csv',
  '.tsv',
  '.txt',
  '.tab',
  '.psv',
  '.ssv',
  '.dat',
  '',
]);
const WORKBOOK_EXTENSIONS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xlsb', '.ods', '.numbers']);
/** Also a page that begins with a comment or another tag, as report programs write them. */
const HTML =
  /^\s*(?:<!doctype\s+html|<html|<head|<body|<table|<meta\s|<style|<(?:!--|[a-z])[^]*<table[\s>])/i;
/** A web page with its pictures in one file, as e-mail is written: what some programs save as .xls. */
const WEB_ARCHIVE = /^\s*MIME-Version:\s*1/i;

/** First bytes (latin1) of formats that are sometimes renamed or dropped by mistake. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'],
  ['\u0089PNG', 'PNG'],
  ['\u00FF\u00D8\u00FF', 'JPEG'],
  ['GIF8', 'GIF'],
  ['BZh', 'BZIP2'],
  ['\u00FD7zXZ', 'XZ'],
  ['7z\u00BC\u00AF', '7-Zip'],
  ['Rar!', 'RAR'],
  ['SQLite format 3', 'SQLite'],
  ['PAR1', 'Parquet'],
  ['{\\rtf', 'RTF'],
  ['II*\u0000', 'TIFF'],
  ['\u007FELF', 'ELF'],
  ['MZ', 'EXE'],
];

const OLE = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1';

function isBinary(head: Buffer): boolean {
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  // UTF-16 has a NUL in every other byte; a file of NULs is a failed copy.
  return zeros === head.length || controls > head.length * 0.1;
}

/** The byte order of text in UTF-16, marked or not; undefined for everything else. */
function wideOrder(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWithText(head, '\u00FF\u00FE')) return 'utf-16le';
  if (startsWithText(head, '\u00FE\u00FF')) return 'utf-16be';
  return unmarkedUtf16(head);
}

function firstBinaryLine(head: Buffer): number {
  let line = 1;
  for (const byte of head) {
    if (byte < 9) break;
    if (byte === 10) line++;
  }
  return line;
}

function startsWithText(head: Buffer, text: string): boolean {
  return head.subarray(0, text.length).toString('latin1') === text;
}

/** Start of a BIFF 2, 3 or 4 stream: workbooks from before there were containers. */
function isBareBiff(head: Buffer): boolean {
  const version = head[1] ?? 255;
  return head[0] === 9 && (version === 0 || version === 2 || version === 4) && head[3] === 0;
}

/** XML that spreadsheets write in one piece; the name of what it is. */
function xmlName(start: string): string | undefined {
  if (!/^\s*<\?xml/.test(start)) return undefined;
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(start))
    return 'Excel 2003 XML';
  return /<office:document/.test(start) ? 'FODS' : 'XML';
}

/** The first 2,048 characters as far as they are ASCII, without a byte order mark. */
function firstText(head: Buffer): string {
  const order = wideOrder(head);
  if (order === undefined) {
    const text = head.subarray(0, 2048).toString('latin1');
    return text.replace(/^\u00EF\u00BB\u00BF/, '');
  }
  const bytes = Buffer.from(head.subarray(0, Math.min(4096, head.length) & ~1));
  return (order === 'utf-16le' ? bytes : bytes.swap16()).toString('utf16le').replace(/^\uFEFF/, '');
}

/** Refuses what is no table, by its name. */
function refuseOthers(head: Buffer, fileName: string): void {
  const place = { file: fileName };
  const signature = SIGNATURES.find(([start]) => startsWithText(head, start));
  const isWords = signature !== undefined && signature[1] === 'EXE' && !isBinary(head);
  if (signature !== undefined && !isWords)
    throw new AppError('SRC-WRONG-TYPE', { found: signature[1] }, place);
  if (head.subarray(257, 262).toString('latin1') === 'ustar')
    throw new AppError('SRC-UNSUPPORTED', { found: 'TAR' }, place);
  const start = firstText(head);
  if (WEB_ARCHIVE.test(start)) throw new AppError('SRC-UNSUPPORTED', { found: 'MHTML' }, place);
  if (HTML.test(start)) throw new AppError('CSV-HTML', {}, place);
  const xml = xmlName(start);
  if (xml !== undefined) throw new AppError('SRC-UNSUPPORTED', { found: xml }, place);
}

/** Whether the name promises plain text, so that a container under it is a mistake. */
export function isNamedText(fileName: string): boolean {
  return TEXT_EXTENSIONS.has(extname(fileName).toLowerCase());
}

/**
 * Decides how a file is read, from its first bytes and its extension.
 * @throws AppError CSV-EMPTY, CSV-BINARY, CSV-HTML, XLSX-DAMAGED, SRC-WRONG-TYPE, SRC-UNSUPPORTED (args.found).
 */
export function decideKind(head: Buffer, fileName: string): FileKind {
  const place = { file: fileName };
  const extension = extname(fileName).toLowerCase();
  const namedText = TEXT_EXTENSIONS.has(extension);
  if (head.length === 0) throw new AppError('CSV-EMPTY', {}, place);
  if (startsWithText(head, 'PK\u0003\u0004')) return 'zip';
  if (startsWithText(head, '\u001F\u008B')) {
    if (namedText) throw new AppError('SRC-WRONG-TYPE', { found: 'GZIP' }, place);
    return 'gzip';
  }
  if (startsWithText(head, OLE)) {
    if (namedText) throw new AppError('SRC-WRONG-TYPE', { found: 'XLS' }, place);
    return 'ole';
  }
  if (extension === '.xls' && isBareBiff(head)) return 'biff';
  refuseOthers(head, fileName);
  if (WORKBOOK_EXTENSIONS.has(extension)) throw new AppError('XLSX-DAMAGED', { part: 'zip' }, place);
  if (wideOrder(head) === undefined && isBinary(head))
    throw new AppError('CSV-BINARY', {}, { ...place, line: firstBinaryLine(head) });
  return 'text';
}

/** Names the kind of a ZIP container by the first entry name, which sits in the first bytes. */
export function zipName(head: Buffer): string {
  const text = head.subarray(0, 4096).toString('latin1');
  if (text.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ODS';
  if (text.includes('[Content_Types].xml') || text.includes('xl/')) return 'XLSX';
  return 'ZIP';
}
