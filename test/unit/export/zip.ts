// One part of a ZIP file as text.
import { fromBuffer } from 'yauzl';
import { text } from 'node:stream/consumers';

export function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('end', () => reject(new Error(`no part ${name}`)));
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          text(stream).then(resolve, reject);
        });
      });
      zip.readEntry();
    });
  });
}
