// The one text file in a zip file. What systems add on their own (`__MACOSX`, names with a leading dot) does not count.
import { AppError } from '../../../../shared/errors.ts';
import type { OpenedFile } from '../openFile.ts';
import type { ZipPackage } from '../xlsx/zipPackage.ts';
import { withPacked } from './gzipText.ts';
import { LARGEST_TEXT_BYTES, Unpacker, type UnpackingStream } from './unpacker.ts';

const SHOWN_NAMES = 5;

function isAddedBySystem(name: string): boolean {
  return (
    name.startsWith('__MACOSX/') ||
    /(?:^|\/)\./.test(name) ||
    /(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i.test(name)
  );
}

/** Name of the entry to read. @throws AppError ZIP-SEVERAL (args.names), ZIP-NO-TABLE. */
export function onlyTextEntry(zip: ZipPackage): string {
  const names = zip.names.filter((name) => !name.endsWith('/') && !isAddedBySystem(name));
  const [name] = names;
  if (name === undefined) throw new AppError('ZIP-NO-TABLE', { found: '–' }, { file: zip.fileName });
  if (names.length > 1) {
    const shown = names.slice(0, SHOWN_NAMES).join(', ');
    const more = names.length > SHOWN_NAMES ? ', …' : '';
    throw new AppError('ZIP-SEVERAL', { names: shown + more, count: names.length }, { file: zip.fileName });
  }
  return name;
}

async function* asZip(parts: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* parts;
  } catch (error) {
    throw asZipError(error);
  }
}

function startInflate(zip: ZipPackage, name: string): UnpackingStream {
  let read = 0;
  const ratio = zip.storedSizeOf(name) / Math.max(1, zip.sizeOf(name));
  const parts = asZip(zip.read(name, LARGEST_TEXT_BYTES));
  const chunks = {
    async next() {
      const step = await parts.next();
      if (step.done !== true) read += step.value.length;
      return step;
    },
  };
  const close = (): void => void parts.return(undefined);
  return { chunks, storedRead: () => Math.ceil(read * ratio), close };
}

/** Damage inside a zip file is told in its own words, not in those of a workbook. */
export function asZipError(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  if (error.code === 'XLSX-DAMAGED') return new AppError('ZIP-DAMAGED', error.args, error.place);
  return error.code === 'XLSX-TOO-LARGE' ? new AppError('ZIP-TOO-LARGE', error.args, error.place) : error;
}

/** The file, read as the text inside it. Closing it closes the package. */
export function openZipText(file: OpenedFile, zip: ZipPackage, name: string): OpenedFile {
  const source = { start: () => startInflate(zip, name), dispose: () => zip.close() };
  return withPacked(file, new Unpacker(source, zip.fileName));
}
