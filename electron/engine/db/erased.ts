// Who was erased: salted hashes of a customer's key and contacts, enough to hold the person back when a file brings them
// again, and no way back to who it was without that file.
import { createHash, randomBytes } from 'node:crypto';
import type { ReadDb, WriteDb } from './open.ts';
import { sql } from './schema.ts';
import { readSalt, writeSalt } from './settings.ts';

/** What identifies a person in a file. */
export type IdentityKind = 'key' | 'email' | 'phone';

const FEWEST_DIGITS = 7;

/** One spelling per identity; null when there is too little to go by. */
export function normalIdentity(kind: IdentityKind, text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (kind === 'email') return plain.includes('@') ? plain.replace(/^mailto:/, '') : null;
  if (kind === 'key') return plain || null;
  const digits = plain.replace(/\D/g, '').replace(/^00/, '');
  return digits.length < FEWEST_DIGITS ? null : digits;
}

/** SHA-256 of the salt and the text, as hexadecimal digits. */
export const hashOf = (salt: string, text: string): string =>
  createHash('sha256').update(`${salt}\u0000${text}`).digest('hex');

const marked = (kind: IdentityKind, text: string): string | null => {
  const normal = normalIdentity(kind, text);
  return normal === null ? null : `${kind}:${normal}`;
};

export type Identities = Partial<Readonly<Record<IdentityKind, readonly string[]>>>;

function hashesOf(salt: string, identities: Identities): string[] {
  return (['key', 'email', 'phone'] as const).flatMap((kind) =>
    (identities[kind] ?? []).flatMap((text) => {
      const one = marked(kind, text);
      return one === null ? [] : [hashOf(salt, one)];
    }),
  );
}

/** Remembers an erased person; makes the project's salt when it is the first. Never undoable: call outside `record`. */
export function remember(db: WriteDb, identities: Identities, at: string): void {
  const salt = readSalt(db) ?? randomBytes(16).toString('hex');
  writeSalt(db, salt);
  for (const hash of hashesOf(salt, identities)) {
    db.run(
      sql
        .insertInto('erased')
        .values({ hash, at })
        .onConflict((clash) => clash.column('hash').doNothing()),
    );
  }
}

/** Answers whether one of these identities was erased; null when nobody was, so that imports need not ask. */
export function erasedCheck(db: ReadDb): ((identities: Identities) => boolean) | null {
  const salt = readSalt(db);
  const known = new Set(db.all(sql.selectFrom('erased').select('hash')).map(({ hash }) => hash));
  if (salt === null || known.size === 0) return null;
  return (identities) => hashesOf(salt, identities).some((hash) => known.has(hash));
}
