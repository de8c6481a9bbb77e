// Opening whatever a user may drop: looks at the first bytes, looks into containers, and unpacks packed text on the way.
import { extname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { FileFormat } from '../../../shared/model/readSettings.ts';
import { decideKind, isNamedText, zipName } from './fileKind.ts';
import { closeFile, type OpenedFile, openRegularFile, readBytes } from './openFile.ts';
import { expectXls } from './legacy/oleDirectory.ts';
import { openGzipText } from './packed/gzipText.ts';
import { asZipError, onlyTextEntry, openZipText } from './packed/zipText.ts';
import { ZipPackage } from './xlsx/zipPackage.ts';

const HEAD_BYTES = 256 * 1024;

export interface Source {
  readonly file: OpenedFile;
  readonly format: FileFormat;
  /** The first 256 KB, of packed text the first unpacked ones. */
  readonly head: Buffer;
}

/** Packages that are no spreadsheets of ours, by a part that only they have. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^index\/.*\.iwa$|^index\.zip$/i, 'NUMBERS'],
  [/^word\/document\.xml$/i, 'DOCX'],
  [/^ppt\/presentation\.xml$/i, 'PPTX'],
];

const WORKBOOKS: readonly (readonly [RegExp, FileFormat])[] = [
  [/^xl\/workbook\.bin$/i, 'xlsb'],
  [/^mimetype$|^content\.xml$/i, 'ods'],
  [/^\[content_types\]\.xml$|^_rels\/\.rels$|^xl\//i, 'xlsx'],
];

function formatOfPackage(names: readonly string[], fileName: string): FileFormat {
  for (const [shape, found] of FOREIGN) {
    if (names.some((name) => shape.test(name))) {
      throw new AppError('SRC-UNSUPPORTED', { found }, { file: fileName });
    }
  }
  return WORKBOOKS.find(([shape]) => names.some((name) => shape.test(name)))?.[1] ?? 'csv';
}

async function openPackage(file: OpenedFile): Promise<ZipPackage> {
  try {
    return await ZipPackage.open(file.path, file.fileName);
  } catch (error) {
    throw extname(file.fileName).toLowerCase() === '.zip' ? asZipError(error) : error;
  }
}

/** The inside of packed text has to be text again: nothing is unpacked twice. */
async function textSource(file: OpenedFile, innerName: string): Promise<Source> {
  try {
    const head = await readBytes(file, 0, HEAD_BYTES);
    if (decideKind(head, innerName) === 'text') return { file, format: 'csv', head };
    throw new AppError('ZIP-NO-TABLE', { found: innerName }, { file: file.fileName });
  } catch (error) {
    file.packed?.close();
    throw error;
  }
}

async function zipSource(file: OpenedFile, head: Buffer): Promise<Source> {
  if (isNamedText(file.fileName)) {
    throw new AppError('SRC-WRONG-TYPE', { found: zipName(head) }, { file: file.fileName });
  }
  const zip = await openPackage(file);
  try {
    const format = formatOfPackage(zip.names, file.fileName);
    if (format === 'csv') {
      const name = onlyTextEntry(zip);
      return await textSource(openZipText(file, zip, name), name);
    }
    zip.close();
    return { file, format, head };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function sourceOf(file: OpenedFile, head: Buffer): Source | Promise<Source> {
  switch (decideKind(head, file.fileName)) {
    case 'text':
      return { file, format: 'csv', head };
    case 'gzip':
      return textSource(openGzipText(file), file.fileName.replace(/\.gz(?:ip)?$/i, ''));
    case 'zip':
      return zipSource(file, head);
    case 'ole':
      return expectXls(file).then(() => ({ file, format: 'xls', head }));
    case 'biff':
      return { file, format: 'xls', head };
  }
}

/**
 * Opens a file of any kind. The caller closes it with `closeFile`.
 * @throws AppError SRC-*, CSV-*, XLSX-*, ZIP-* when it cannot be read at all.
 */
export async function openSource(path: string): Promise<Source> {
  const file = await openRegularFile(path);
  try {
    return await sourceOf(file, await readBytes(file, 0, HEAD_BYTES));
  } catch (error) {
    await closeFile(file);
    throw error;
  }
}

/**
 * Opens a file whose format is known: packed text comes unpacked, everything else as it is.
 * @throws AppError SRC-NOT-A-FILE, SRC-UNREADABLE, ZIP-*.
 */
export async function openAs(path: string, format: FileFormat): Promise<OpenedFile> {
  const file = await openRegularFile(path);
  if (format !== 'csv') return file;
  try {
    const start = (await readBytes(file, 0, 4)).toString('latin1');
    if (start.startsWith('\u001F\u008B')) return openGzipText(file);
    if (start !== 'PK\u0003\u0004') return file;
    const zip = await openPackage(file);
    return openZipText(file, zip, onlyTextEntry(zip));
  } catch (error) {
    await closeFile(file);
    throw error;
  }
}
