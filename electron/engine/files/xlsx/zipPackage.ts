// The ZIP container of a workbook, opened with hard limits before a single part is unpacked. Names that could leave
// the package, duplicates and overlapping entries mean that somebody built it by hand: such a file is refused.
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError, type ErrorCode } from '../../../../shared/errors.ts';
import { inflate } from './inflate.ts';

const MOST_ENTRIES = 1000;
const MEGABYTE = 1 << 20;
/** Largest unpacked part: a full sheet of a million rows and hundreds of columns stays below. Bombs are told by ratio. */
const LARGEST_PART_BYTES = 65_536 * MEGABYTE;
const LARGEST_TEXT_PART_BYTES = 64 * MEGABYTE;
const LARGEST_STRINGS_BYTES = 512 * MEGABYTE;
/** XML packs to about 1:10, very repetitive sheets to 1:100; above this it is a bomb. */
const HIGHEST_RATIO = 250;
const SMALL_PART_BYTES = 8 * MEGABYTE;

const DEFLATED = 8;
const STILL_PACKED = { decompress: false, decrypt: null, start: null, end: null };

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true };
    yauzl.open(path, options, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });
}

/** Errors of yauzl that mean bad intent rather than damage. */
const UNSAFE = /absolute path|invalid relative path|invalid characters in fileName|invalid path/i;

export class ZipPackage {
  readonly fileName: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, fileName: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.fileName = fileName;
  }

  /** @throws AppError XLSX-DAMAGED, XLSX-UNSAFE, XLSX-TOO-LARGE. */
  static async open(path: string, fileName: string): Promise<ZipPackage> {
    let zip: ZipFile;
    try {
      zip = await openZip(path);
    } catch (error) {
      throw refusal(error, fileName);
    }
    try {
      if (zip.entryCount > MOST_ENTRIES)
        throw new AppError('XLSX-UNSAFE', { reason: 'entries' }, { file: fileName });
      return new ZipPackage(zip, await listEntries(zip, fileName), fileName);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Part names, as written. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map((entry) => entry.fileName);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Unpacked size in bytes, as declared (and checked while unpacking). */
  sizeOf(name: string): number {
    return this.#entries.get(name.toLowerCase())?.uncompressedSize ?? 0;
  }

  storedSizeOf(name: string): number {
    return this.#entries.get(name.toLowerCase())?.compressedSize ?? 0;
  }

  /**
   * Unpacks one part piece by piece; size and checksum are verified on the way.
   * @param limit largest unpacked size in bytes.
   * @throws AppError XLSX-DAMAGED (args.part), XLSX-TOO-LARGE.
   */
  async *read(name: string, limit: number = partLimit(name)): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw this.refuse('XLSX-DAMAGED', name);
    if (entry.uncompressedSize > limit) throw tooLarge(this.fileName, limit);
    let sum = 0;
    let stream: Readable | undefined;
    try {
      stream = await this.#openStream(entry);
      const chunks: AsyncIterable<Buffer> =
        entry.compressionMethod === DEFLATED ? inflate(stream, entry.uncompressedSize) : stream;
      for await (const chunk of chunks) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw this.refuse('XLSX-DAMAGED', name);
    } finally {
      stream?.destroy();
    }
    if (sum !== entry.crc32) throw this.refuse('XLSX-DAMAGED', name);
  }

  refuse(code: ErrorCode, part: string): AppError {
    return new AppError(code, { part }, { file: this.fileName });
  }

  close(): void {
    this.#zip.close();
  }

  #openStream(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, stream: Readable): void =>
        error === null ? resolve(stream) : reject(error);
      if (entry.compressionMethod === DEFLATED) this.#zip.openReadStream(entry, STILL_PACKED, done);
      else this.#zip.openReadStream(entry, done);
    });
  }
}

function partLimit(name: string): number {
  if (/sharedstrings/i.test(name)) return LARGEST_STRINGS_BYTES;
  return /worksheets\/|^content\.xml$/i.test(name) ? LARGEST_PART_BYTES : LARGEST_TEXT_PART_BYTES;
}

function tooLarge(fileName: string, limitBytes: number): AppError {
  return new AppError(
    'XLSX-TOO-LARGE',
    { limit: `${Math.ceil(limitBytes / MEGABYTE)} MB` },
    { file: fileName },
  );
}

function refusal(error: unknown, fileName: string): AppError {
  if (error instanceof AppError) return error;
  const unsafe = error instanceof Error && UNSAFE.test(error.message);
  return new AppError(unsafe ? 'XLSX-UNSAFE' : 'XLSX-DAMAGED', { part: 'zip' }, { file: fileName });
}

async function listEntries(zip: ZipFile, fileName: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  const place = { file: fileName };
  zip.on('entry', (entry: Entry) => {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name) || /(?:^|\/)\.\.?(?:\/|$)|\\/.test(name) || name.includes('\0')) {
      zip.emit('error', new AppError('XLSX-UNSAFE', { reason: 'names' }, place));
      return;
    }
    entries.set(name, entry);
    zip.readEntry();
  });
  const ended = once(zip, 'end');
  zip.readEntry();
  try {
    await ended;
  } catch (error) {
    throw refusal(error, fileName);
  }
  checkSizes([...entries.values()], zip.fileSize, fileName);
  return entries;
}

/** Entries that share bytes, or unpack to absurd sizes, are refused from the directory alone. */
function checkSizes(entries: readonly Entry[], fileBytes: number, fileName: string): void {
  let end = 0;
  const ordered = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const entry of ordered) {
    const { relativeOffsetOfLocalHeader: start, compressedSize, uncompressedSize } = entry;
    if (start < end) throw new AppError('XLSX-UNSAFE', { reason: 'overlap' }, { file: fileName });
    end = start + compressedSize;
    if (uncompressedSize > SMALL_PART_BYTES && uncompressedSize > compressedSize * HIGHEST_RATIO) {
      throw tooLarge(fileName, Math.max(SMALL_PART_BYTES, compressedSize * HIGHEST_RATIO));
    }
    if (entry.isEncrypted()) throw new AppError('XLSX-ENCRYPTED', {}, { file: fileName });
  }
  if (end > fileBytes) throw new AppError('XLSX-DAMAGED', { part: 'zip' }, { file: fileName });
}
