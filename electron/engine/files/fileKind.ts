// What a file really is, by its first bytes: text to read, a workbook to open, or something to refuse by its name.
import { extname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { FileFormat } from '../../../shared/model/source.ts';

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
const WORKBOOK_EXTENSIONS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm']);
const HTML = /^\s*(?:<!doctype\s+html|<html|<head|<body|<table|<meta\s|<style)/i;

/** First bytes (latin1) of formats that are sometimes renamed or dropped by mistake. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'],
  ['\u0089PNG', 'PNG'],
  ['\u00FF\u00D8\u00FF', 'JPEG'],
  ['GIF8', 'GIF'],
  ['\u001F\u008B', 'GZIP'],
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

/** Workbook streams of password-protected files are named in UTF-16 inside the OLE container. */
function isEncryptedWorkbook(head: Buffer): boolean {
  return head.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

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

/**
 * Decides how a file is read, from its first bytes and its extension.
 * @throws AppError CSV-EMPTY, CSV-BINARY, CSV-HTML, XLSX-ENCRYPTED, XLSX-DAMAGED, SRC-WRONG-TYPE, SRC-UNSUPPORTED (args.found).
 */
export function decideFormat(head: Buffer, fileName: string): FileFormat {
  const place = { file: fileName };
  const extension = extname(fileName).toLowerCase();
  const namedText = TEXT_EXTENSIONS.has(extension);
  if (head.length === 0) throw new AppError('CSV-EMPTY', {}, place);
  if (startsWithText(head, 'PK\u0003\u0004')) {
    if (namedText) throw new AppError('SRC-WRONG-TYPE', { found: zipName(head) }, place);
    return 'xlsx';
  }
  if (startsWithText(head, OLE)) {
    if (isEncryptedWorkbook(head)) throw new AppError('XLSX-ENCRYPTED', {}, place);
    throw new AppError(namedText ? 'SRC-WRONG-TYPE' : 'SRC-UNSUPPORTED', { found: 'XLS' }, place);
  }
  const signature = SIGNATURES.find(([start]) => startsWithText(head, start));
  const isWords = signature !== undefined && signature[1] === 'EXE' && !isBinary(head);
  if (signature !== undefined && !isWords)
    throw new AppError('SRC-WRONG-TYPE', { found: signature[1] }, place);
  if (
    HTML.test(
      head
        .subarray(0, 2048)
        .toString('latin1')
        .replace(/^\u00EF\u00BB\u00BF/, ''),
    )
  ) {
    throw new AppError('CSV-HTML', {}, place);
  }
  if (WORKBOOK_EXTENSIONS.has(extension)) throw new AppError('XLSX-DAMAGED', { part: 'zip' }, place);
  const isMarked = startsWithText(head, '\u00FF\u00FE') || startsWithText(head, '\u00FE\u00FF');
  if (!isMarked && isBinary(head))
    throw new AppError('CSV-BINARY', {}, { ...place, line: firstBinaryLine(head) });
  return 'csv';
}

/** Names the kind of a ZIP container by the first entry name, which sits in the first bytes. */
function zipName(head: Buffer): string {
  const text = head.subarray(0, 4096).toString('latin1');
  if (text.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ODS';
  if (text.includes('[Content_Types].xml') || text.includes('xl/')) return 'XLSX';
  return 'ZIP';
}
