// Bytes of typed columns from the engine process to its host, apart from the messages: through those they would be
// copied and taken apart several times. Each parcel is its number, its length, and its bytes.

import type { Readable, Writable } from 'node:stream';

/** The file descriptor of a forked engine that parcels leave through, after standard streams and messages. */
export const PARCEL_DESCRIPTOR = 4;
const HEADER_BYTES = 8;

/** Writes one parcel. */
export function sendParcel(pipe: Writable, parcel: number, bytes: readonly Uint8Array[]): void {
  const header = new DataView(new ArrayBuffer(HEADER_BYTES));
  header.setUint32(0, parcel);
  header.setUint32(
    4,
    bytes.reduce((sum, part) => sum + part.byteLength, 0),
  );
  pipe.cork();
  pipe.write(new Uint8Array(header.buffer));
  for (const part of bytes) if (part.byteLength > 0) pipe.write(part);
  pipe.uncork();
}

/** Calls back with each whole parcel, its bytes in the pieces in which they came. */
export function receiveParcels(
  pipe: Readable,
  take: (parcel: number, bytes: readonly Uint8Array[]) => void,
): void {
  let header = Buffer.alloc(0);
  let parcel = 0;
  let missing = 0;
  let pieces: Uint8Array[] = [];
  pipe.on('data', (chunk: Buffer) => {
    for (let rest = chunk; rest.length > 0; ) {
      if (missing === 0) {
        const wanted = HEADER_BYTES - header.length;
        header = Buffer.concat([header, rest.subarray(0, wanted)]);
        rest = rest.subarray(wanted);
        if (header.length < HEADER_BYTES) return;
        parcel = header.readUInt32BE(0);
        missing = header.readUInt32BE(4);
        header = Buffer.alloc(0);
        pieces = [];
      }
      const piece = rest.subarray(0, missing);
      pieces.push(piece);
      missing -= piece.length;
      rest = rest.subarray(piece.length);
      if (missing === 0) take(parcel, pieces);
    }
  });
}
