// Who was erased: salted hashes of a customer's keys, contacts and names, enough to hold the person back when a file
// brings them again, and no way back to who it was without that file.
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
const named = (contact: string): string => `${contact}\u0000named`;
const goesBy = (contact: string, name: string): string => `${contact}\u0000name:${name}`;

export interface ErasedPerson {
  readonly keys: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Each full name in a form that can be compared. */
  readonly names: readonly string[];
}

function marksOf({ keys, emails, phones, names }: ErasedPerson): string[] {
  const present = (text: string | null): text is string => text !== null;
  const own = keys.map((key) => marked('key', key)).filter(present);
  const contacts = [
    ...emails.map((email) => marked('email', email)),
    ...phones.map((phone) => marked('phone', phone)),
  ].filter(present);
  const withNames = contacts.flatMap((contact) => [
    named(contact),
    ...names.map((name) => goesBy(contact, name)),
  ]);
  return [...own, ...contacts, ...(names.length > 0 ? withNames : [])];
}

/** Remembers an erased person; makes the project's salt when it is the first. Never undoable: call outside `record`. */
export function remember(db: WriteDb, person: ErasedPerson, at: string): void {
  const salt = readSalt(db) ?? randomBytes(16).toString('hex');
  writeSalt(db, salt);
  for (const mark of marksOf(person)) {
    db.run(
      sql
        .insertInto('erased')
        .values({ hash: hashOf(salt, mark), at })
        .onConflict((clash) => clash.column('hash').doNothing()),
    );
  }
}

export interface ErasedCheck {
  readonly isErased: (kind: IdentityKind, text: string) => boolean;
  /** Of an erased person's contact: whether the person goes by one of the names; null = no name of theirs is known. */
  readonly goesBy: (kind: IdentityKind, contact: string, names: readonly string[]) => boolean | null;
}

/** Null when nobody was erased, so that imports need not ask. */
export function erasedCheck(db: ReadDb): ErasedCheck | null {
  const salt = readSalt(db);
  const known = new Set(db.all(sql.selectFrom('erased').select('hash')).map(({ hash }) => hash));
  if (salt === null || known.size === 0) return null;
  const has = (text: string): boolean => known.has(hashOf(salt, text));
  return {
    isErased: (kind, text) => {
      const one = marked(kind, text);
      return one !== null && has(one);
    },
    goesBy: (kind, contact, names) => {
      const one = marked(kind, contact);
      if (one === null || !has(named(one))) return null;
      return names.some((name) => has(goesBy(one, name)));
    },
  };
}
