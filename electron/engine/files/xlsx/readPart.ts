// Runs one XML part of a package through a handler.
import { StringDecoder } from 'node:string_decoder';
import { type XmlHandler, XmlTokenizer } from './xmlTokenizer.ts';
import type { ZipPackage } from './zipPackage.ts';

/** Parts must be UTF-8; other encodings have no reason to be here and are refused. */
export function refuseOtherEncodings(zip: ZipPackage, name: string, first: Buffer): void {
  const isWide =
    (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff) || first[1] === 0;
  const declared = /^<\?xml[^>]*encoding=["']([^"']+)["']/i.exec(
    first.subarray(0, 200).toString('latin1'),
  )?.[1];
  if (isWide || (declared !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(declared))) {
    throw zip.refuse('XLSX-UNSAFE', name);
  }
}

/** Yields after every piece the number of bytes unpacked so far; the handler has then seen all of them. */
export async function* readPartInPieces(
  zip: ZipPackage,
  name: string,
  handler: XmlHandler,
): AsyncGenerator<number> {
  const decoder = new StringDecoder('utf8');
  const tokenizer = new XmlTokenizer(handler, zip.fileName);
  let bytes = 0;
  for await (const chunk of zip.read(name)) {
    if (bytes === 0) refuseOtherEncodings(zip, name, chunk);
    const text = decoder.write(chunk);
    tokenizer.push(bytes === 0 && text.startsWith('\uFEFF') ? text.slice(1) : text);
    bytes += chunk.length;
    yield bytes;
  }
  tokenizer.push(decoder.end());
  tokenizer.end();
}

/** Reads a whole part. @throws AppError XLSX-DAMAGED, XLSX-UNSAFE, XLSX-TOO-LARGE. */
export async function readPart(zip: ZipPackage, name: string, handler: XmlHandler): Promise<void> {
  const pieces = readPartInPieces(zip, name, handler);
  while ((await pieces.next()).done !== true);
}
