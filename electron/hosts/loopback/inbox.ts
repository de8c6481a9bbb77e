// Files that came through the browser, and files that go out through it. A page has no paths: uploads are written to
// the inbox in parts, exports wait in the outbox; projects live in the projects folder. Names are cleaned, never
// trusted: they cannot leave their folder or be hidden.

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rm, type FileHandle as OpenFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { Refusal } from './reply.ts';

/** More than any spreadsheet this app can use. */
export const MAX_UPLOAD_BYTES = 4 * 2 ** 30;
export const MAX_PART_BYTES = 4 * 2 ** 20;
const MAX_OPEN_UPLOADS = 16;

export interface Inbox {
  /** Starts an upload. @returns its id */
  begin(name: string, bytes: number, toProjects: boolean): Promise<string>;
  /** Appends a part. @returns the file's path once all bytes are there, else null */
  append(id: string, offset: number, part: Uint8Array): Promise<string | null>;
  /** A path for an export that the browser will download. */
  outgoing(name: string): Promise<string>;
  /** A path for a new project that no file has yet. */
  newProject(name: string): Promise<string>;
  /** Removes what this run put into inbox and outbox. */
  clear(): Promise<void>;
}

interface Upload {
  readonly file: OpenFile;
  readonly path: string;
  readonly bytes: number;
  written: number;
}

/**
 * @param dataDir inbox and outbox are made in a folder of this run inside it
 * @param projectsDir projects are kept there under their own names
 */
export function createInbox(dataDir: string, projectsDir: string): Inbox {
  const runDir = join(dataDir, 'transfer', randomUUID());
  const uploads = new Map<string, Upload>();

  const own = async (name: string): Promise<string> => {
    const folder = join(runDir, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return join(folder, cleanName(name));
  };
  const newProject = async (name: string): Promise<string> => {
    await mkdir(projectsDir, { recursive: true });
    return freePath(projectsDir, `${cleanName(name).replace(/\.clientela$/i, '')}.clientela`);
  };

  return {
    async begin(name, bytes, toProjects) {
      if (bytes > MAX_UPLOAD_BYTES) throw new Refusal(413);
      if (uploads.size >= MAX_OPEN_UPLOADS) throw new Refusal(429);
      const path = toProjects ? await newProject(name) : await own(name);
      const id = randomUUID();
      uploads.set(id, { file: await open(path, 'wx', 0o600), path, bytes, written: 0 });
      return id;
    },
    async append(id, offset, part) {
      const upload = uploads.get(id);
      if (upload === undefined) throw new Refusal(404);
      if (offset !== upload.written || offset + part.length > upload.bytes) throw new Refusal(409);
      upload.written += part.length;
      await upload.file.write(part, 0, part.length, offset);
      if (upload.written < upload.bytes) return null;
      uploads.delete(id);
      await upload.file.close();
      return upload.path;
    },
    outgoing: own,
    newProject,
    async clear() {
      for (const upload of uploads.values()) await upload.file.close();
      uploads.clear();
      await rm(runDir, { recursive: true, force: true });
    },
  };
}

/**
 * The last part of a name, without characters that any file system refuses.
 *
 * @example cleanName('../a:b.csv') // 'a_b.csv'
 */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const safe = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(-120);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe);
  return safe === '' || isDevice ? `file${isDevice ? `-${safe}` : ''}` : safe;
}

function freePath(folder: string, name: string): string {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${stem} ${n}${ext}`);
    if (!existsSync(path)) return path;
  }
}
