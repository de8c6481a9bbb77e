// Text in a gzip file (several members one after another are one text).
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../../../shared/errors.ts';
import type { OpenedFile } from '../openFile.ts';
import { Unpacker, type UnpackingStream } from './unpacker.ts';

const CHUNK_BYTES = 256 * 1024;

async function* unpacked(source: Readable, target: Readable, fileName: string): AsyncGenerator<Buffer> {
  try {
    yield* target as AsyncIterable<Buffer>;
  } catch {
    throw new AppError('ZIP-DAMAGED', { part: 'gzip' }, { file: fileName });
  } finally {
    source.destroy();
    target.destroy();
  }
}

function startGunzip(file: OpenedFile): UnpackingStream {
  let used = 0;
  const source = file.handle.createReadStream({ start: 0, autoClose: false, highWaterMark: CHUNK_BYTES });
  const target = createGunzip({ chunkSize: CHUNK_BYTES });
  source.on('data', (chunk) => {
    used += chunk.length;
  });
  source.on('error', (error) => target.destroy(error));
  source.pipe(target);
  const chunks = unpacked(source, target, file.fileName);
  return {
    chunks,
    storedRead: () => used,
    close: () => {
      source.destroy();
      target.destroy();
    },
  };
}

/** The file, read as the text inside it. @throws (while reading) AppError ZIP-DAMAGED, ZIP-TOO-LARGE. */
export function openGzipText(file: OpenedFile): OpenedFile {
  const packed = new Unpacker({ start: () => startGunzip(file), dispose: () => undefined }, file.fileName);
  return withPacked(file, packed);
}

/** The same file with its bytes replaced by unpacked ones. */
export function withPacked(file: OpenedFile, packed: Unpacker): OpenedFile {
  const { path, fileName, handle, storedBytes, mtimeMs } = file;
  return {
    path,
    fileName,
    handle,
    storedBytes,
    mtimeMs,
    packed,
    get bytes() {
      return packed.bytes;
    },
  };
}
