// Who is to be erased: the keys that stand for the person, as the analysis has them and as files write them, and the
// contacts and names that their records give.
import type { Source } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { readPersonPairs, samePersons } from '../../db/persons.ts';
import { recordCells } from '../../db/records.ts';
import type { Traces } from './blot.ts';
import { commonContacts, isContact } from './contacts.ts';
import { formerKeys } from './formerKeys.ts';
import type { ContactKind, KeyColumn } from './identifying.ts';
import { contactFields, keyColumn, ROWS_PER_STEP } from './identifying.ts';
import type { OwnTexts } from './mentions.ts';
import { isTelling, plainText } from './mentions.ts';
import { ownName, wordsOf } from './ownName.ts';

export interface Person {
  /** As the analysis has them. */
  readonly keys: ReadonlySet<string>;
  /** Keys as files write them, and as the analysis has them: they mean the person in a column of keys. */
  readonly keyTexts: OwnTexts;
  /** Contacts, and keys that can be nothing else: they mean the person wherever they stand. */
  readonly own: OwnTexts;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly nationalIds: readonly string[];
  /** Full names in folded words, in the order in which files write them. */
  readonly names: readonly (readonly string[])[];
}

const NOTHING: OwnTexts = new Set();

/** Whether a record is the person's, by its cells in the order of the fields: by key, or by contact where it has none. */
export function recordTest(
  source: Source,
  key: KeyColumn | null,
  { keys, own }: Pick<Person, 'keys' | 'own'>,
): (cells: readonly (string | null)[]) => boolean {
  const at = source.fields.findIndex(({ position }) => position === key?.field.position);
  const others = contactFields(source).map((field) => source.fields.indexOf(field));
  const isContact = (cells: readonly (string | null)[]): boolean =>
    others.some((other) => own.has(plainText(cells[other] ?? '')));
  return (cells) => {
    const text = key?.keyIn(cells[at] ?? null) ?? '';
    return text === '' ? isContact(cells) : keys.has(text);
  };
}

type Snapshots = readonly { readonly source: Source; readonly runId: number }[];

interface Gathered {
  readonly keyTexts: Set<string>;
  readonly found: Readonly<Record<ContactKind, Set<string>>>;
  readonly names: Map<string, readonly string[]>;
}

/** What the records under these keys say of the person. */
function* gather(db: ReadDb, keys: ReadonlySet<string>, snapshots: Snapshots): Generator<number, Gathered> {
  const keyTexts = new Set([...keys].map(plainText));
  const found = { email: new Set<string>(), phone: new Set<string>(), nationalId: new Set<string>() };
  const names = new Map<string, readonly string[]>();
  for (const [at, { source, runId }] of snapshots.entries()) {
    yield at / snapshots.length;
    const column = keyColumn(db, source);
    if (!column) continue;
    const isOwn = recordTest(source, column, { keys, own: NOTHING });
    const known = contactFields(source).map(
      (field) => [source.fields.indexOf(field), field.pii as ContactKind] as const,
    );
    const { namesIn } = ownName(source.fields);
    const keyAt = source.fields.findIndex(({ position }) => position === column.field.position);
    const positions = source.fields.map(({ position }) => position);
    let row = 0;
    for (const cells of recordCells(db, runId, positions)) {
      if (++row % ROWS_PER_STEP === 0) yield at / snapshots.length;
      if (!isOwn(cells)) continue;
      keyTexts.add(plainText(cells[keyAt] ?? ''));
      for (const name of namesIn((place) => cells[place])) names.set(name.join(' '), name);
      for (const [place, kind] of known) {
        const text = cells[place]?.trim() ?? '';
        if (isContact(kind, text)) found[kind].add(text);
      }
    }
  }
  keyTexts.delete('');
  return { keyTexts, found, names };
}

/** Passes on how far a part has come, as a part of the whole. */
function* part<T>(steps: Generator<number, T>, from: number, to: number): Generator<number, T> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield from + (to - from) * step.value;
  return step.value;
}

function* personUnder(
  db: ReadDb,
  keys: ReadonlySet<string>,
  snapshots: Snapshots,
): Generator<number, Person> {
  const { keyTexts, found, names } = yield* part(gather(db, keys, snapshots), 0, 0.5);
  const all = new Set(Object.values(found).flatMap((texts) => [...texts].map(plainText)));
  const common = yield* part(commonContacts(db, snapshots, all, keys), 0.5, 1);
  const theirs = (texts: ReadonlySet<string>): string[] =>
    [...texts].filter((text) => !common.has(plainText(text)));
  const [emails, phones, nationalIds] = [theirs(found.email), theirs(found.phone), theirs(found.nationalId)];
  const contacts = [...emails, ...phones, ...nationalIds].map(plainText);
  const own = new Set([...[...keyTexts].filter(isTelling), ...contacts]);
  return { keys, keyTexts, own, emails, phones, nationalIds, names: [...names.values()] };
}

/** @param snapshots those of all sources */
export function* personOf(db: ReadDb, key: string, snapshots: Snapshots): Generator<number, Person> {
  const keptFor = samePersons(db);
  const main = keptFor(key);
  const others = readPersonPairs(db).flatMap(({ kept, gone }) => [kept, gone]);
  const keys = new Set([main, ...others.filter((one) => keptFor(one) === main)]);
  const person = yield* part(personUnder(db, keys, snapshots), 0, 0.5);
  const { emails, phones, nationalIds, names } = person;
  const known = {
    keys,
    contacts: new Set([...emails, ...phones, ...nationalIds].map(plainText)),
    names: new Set(names.map((words) => words.join(' '))),
  };
  const former = yield* part(formerKeys(db, snapshots, known), 0.5, 0.6);
  if (former.size === 0) return person;
  return yield* part(personUnder(db, new Set([...keys, ...former]), snapshots), 0.6, 1);
}

/** A key that no word of everyday language is: with a digit, or an address. */
const isUnmistakable = (key: string): boolean => isTelling(key) && /[\p{N}@]/u.test(key);

/** What stands for the person inside longer texts. A key of several words is a name. */
export function tracesOf({ keyTexts, emails, phones, nationalIds, names }: Person): Traces {
  const keys = [...keyTexts].filter(isUnmistakable);
  const called = [...keyTexts]
    .filter((key) => isTelling(key) && !isUnmistakable(key))
    .map((key) => wordsOf(key).map(({ word }) => word))
    .filter((words) => words.length > 1);
  return { emails, phones, nationalIds, keys, names: [...names, ...called] };
}
