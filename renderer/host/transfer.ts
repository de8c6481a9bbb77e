// Files in and out of a browser tab: an ordinary file input, upload in parts, download as a blob.

import type { FileHandle, PickPurpose, SaveTarget } from '../../shared/host.ts';
import type { Session } from './session.ts';

const PART_BYTES = 4 * 2 ** 20;
const ACCEPT: Readonly<Record<PickPurpose, string>> = {
  spreadsheets: '.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.xlsb,.ods',
  project: '.clientela',
};

/** Shows the browser's file dialog. Empty when the user cancelled. */
export function chooseFiles(
  document: Document,
  purpose: PickPurpose,
  many: boolean,
): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = many;
  input.accept = ACCEPT[purpose];
  const { promise, resolve } = Promise.withResolvers<readonly File[]>();
  input.addEventListener('change', () => resolve([...(input.files ?? [])]));
  input.addEventListener('cancel', () => resolve([]));
  input.click();
  return promise;
}

/** Sends files one after the other; their order stays. */
export async function uploadAll(
  session: Session,
  files: readonly File[],
  purpose: PickPurpose,
): Promise<readonly FileHandle[]> {
  const handles: FileHandle[] = [];
  for (const file of files) handles.push(await upload(session, file, purpose));
  return handles;
}

async function upload(session: Session, file: File, purpose: PickPurpose): Promise<FileHandle> {
  const begun = await session.post('/api/upload', { name: file.name, bytes: file.size, purpose });
  const start = (await begun.json()) as { readonly upload: string; readonly file?: FileHandle };
  let handle = start.file ?? null;
  for (let offset = 0; handle === null; offset += PART_BYTES) {
    const headers = { 'x-upload': start.upload, 'x-offset': String(offset) };
    const sent = await session.postPart('/api/upload/part', headers, file.slice(offset, offset + PART_BYTES));
    handle = ((await sent.json()) as { readonly file: FileHandle | null }).file;
  }
  return handle;
}

/** Hands a finished export to the browser's downloads. */
export async function download(session: Session, window: Window, target: SaveTarget): Promise<void> {
  const response = await session.post('/api/download', { handle: target.handle });
  const address = URL.createObjectURL(await response.blob());
  const link = window.document.createElement('a');
  link.href = address;
  link.download = target.name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
