// Where a project lies: folders that a cloud service copies behind our back, drives of other computers, and copies
// that such a service made when two computers had changed the same file. Judged before the first write, and said.
import { readdirSync, statfsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Caution } from '../../../shared/model/project.ts';

/** A part of a path that only this service's folder has, case ignored. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(?:$|[ -])/, 'OneDrive'],
  [/^dropbox(?:$|[ (-])/, 'Dropbox'],
  [/^(?:google ?drive|googledrive-.+|drivefs)$/, 'Google Drive'],
  [/^(?:my drive|meu drive|mi unidad|la meva unitat|мой диск)$/, 'Google Drive'],
  [/^(?:icloud ?drive|com~apple~clouddocs|mobile documents)$/, 'iCloud Drive'],
  [/^yandex\.?disk(?:$|[ .-])/, 'Yandex Disk'],
  [/^яндекс\.?диск$/, 'Yandex Disk'],
  [/^(?:nextcloud|owncloud)\d*$/, 'Nextcloud'],
  [/^box(?: sync)?$/, 'Box'],
  [/^mega(?:sync)?$/, 'MEGA'],
  [/^pcloud ?drive$/, 'pCloud'],
];

/** `f_type` of network file systems on Linux (statfs(2)). */
const NETWORK: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x5346414f, // AFS
  0x73757245, // Coda
  0x00c36400, // Ceph
  0x01021997, // 9P
]);

/** How services name the copy of the loser, in the languages that they speak. */
const CONFLICT =
  /conflicted copy|sync-conflict|case conflict|cópia em conflito|copia en conflicto|còpia en conflicte|конфликт/i;

/** A shorter name of a computer is likely to be a word of the project's own. */
const SHORTEST_HOST = 6;

/** The service whose folder the path lies in; null when none is recognised. */
export function cloudServiceOf(path: string): string | null {
  for (const part of dirname(resolve(path)).normalize('NFC').toLowerCase().split(/[\\/]/)) {
    const found = SERVICES.find(([pattern]) => pattern.test(part));
    if (found) return found[1];
  }
  return null;
}

/** True on a share of another computer (a UNC path, or one of the network file systems of Linux). */
export function isOnNetwork(path: string, typeOf: (path: string) => number = fileSystemType): boolean {
  if (/^\\\\(?![.?]\\)/.test(path)) return true;
  return NETWORK.has(typeOf(path));
}

function fileSystemType(path: string): number {
  try {
    return process.platform === 'linux' ? statfsSync(dirname(path)).type >>> 0 : 0;
  } catch {
    return 0;
  }
}

/** True for a name that a service gives to the copy it could not merge. */
export function isConflictedCopy(fileName: string, host: string = hostname()): boolean {
  const stem = basename(fileName, extname(fileName)).normalize('NFC');
  const named = host.length >= SHORTEST_HOST && stem.toLowerCase().endsWith(`-${host.toLowerCase()}`);
  return named || CONFLICT.test(stem);
}

function modifiedAt(path: string): string {
  return statSync(path).mtime.toISOString();
}

/** Conflicted copies of this project in its folder. */
function conflictedCopies(path: string): Caution[] {
  const own = basename(path);
  const stem = basename(own, extname(own)).normalize('NFC').toLowerCase();
  try {
    const names = readdirSync(dirname(path)).filter((name) => {
      const isOther = name !== own && extname(name).toLowerCase() === '.clientela';
      return isOther && name.normalize('NFC').toLowerCase().startsWith(stem) && isConflictedCopy(name);
    });
    return names.sort().map((name) => ({
      code: 'conflicted-copy-beside' as const,
      detail: name,
      at: modifiedAt(join(dirname(path), name)),
    }));
  } catch {
    return [];
  }
}

/** What should be known about the place before the project is changed there. */
export function cautionsOf(path: string): Caution[] {
  const service = cloudServiceOf(path);
  const cautions: Caution[] = [];
  if (service) cautions.push({ code: 'cloud-folder', detail: service, at: null });
  else if (isOnNetwork(path)) cautions.push({ code: 'network-share', detail: '', at: null });
  if (isConflictedCopy(path))
    cautions.push({ code: 'conflicted-copy', detail: basename(path), at: modifiedAt(path) });
  return [...cautions, ...conflictedCopies(path)];
}
