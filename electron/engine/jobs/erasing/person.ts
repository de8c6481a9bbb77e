// Who is to be erased: the keys that stand for the person, as the analysis has them and as files write them, and the
// contacts and names that their records give.
import type { Field, Source } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { readPersonPairs, samePersons } from '../../db/persons.ts';
import { recordCells } from '../../db/records.ts';
import { readSteps } from '../../db/steps.ts';
import type { SettledStep } from '../../preparing/cellFix.ts';
import { cellFix, isCellStep, readFieldsAs } from '../../preparing/cellFix.ts';
import type { Traces } from './blot.ts';
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

const CONTACTS = ['email', 'phone', 'nationalId'] as const;
type ContactKind = (typeof CONTACTS)[number];

export const contactFields = ({ fields }: Pick<Source, 'fields'>): Field[] =>
  fields.filter(
    ({ role, pii }) => (role === 'contact' || role === 'pii') && CONTACTS.some((kind) => kind === pii),
  );

export interface KeyColumn {
  readonly field: Field;
  /** The key that the analysis reads from a cell: recorded fixes may have changed how it is written. */
  readonly keyIn: (cell: string | null) => string;
}

/** @returns null for a source without a column of customer keys */
export function keyColumn(db: ReadDb, source: Source): KeyColumn | null {
  const steps = readSteps(db, source.id).map(({ step }) => step);
  const field = readFieldsAs(source.fields, steps).find(({ role }) => role === 'customerKey');
  if (!field) return null;
  const settled = steps.flatMap((step): SettledStep[] =>
    isCellStep(step) && step.kind !== 'fillMissing' && step.position === field.position ? [step] : [],
  );
  const fixes = settled.map((step) => cellFix(step, field));
  return {
    field,
    keyIn: (cell) => fixes.reduce((text, fix) => fix(text), cell)?.trim() ?? '',
  };
}

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

/** @param snapshots those of all sources */
export function* personOf(
  db: ReadDb,
  key: string,
  snapshots: readonly { readonly source: Source; readonly runId: number }[],
): Generator<number, Person> {
  const keptFor = samePersons(db);
  const main = keptFor(key);
  const others = readPersonPairs(db).flatMap(({ kept, gone }) => [kept, gone]);
  const keys = new Set([main, ...others.filter((one) => keptFor(one) === main)]);
  const keyTexts = new Set([...keys].map(plainText));
  const found = { email: new Set<string>(), phone: new Set<string>(), nationalId: new Set<string>() };
  const contacts = new Set<string>();
  const names = new Map<string, readonly string[]>();
  for (const [at, { source, runId }] of snapshots.entries()) {
    yield at / snapshots.length;
    const column = keyColumn(db, source);
    if (!column) continue;
    const isOwn = recordTest(source, column, { keys, own: contacts });
    const known = contactFields(source).map(
      (field) => [source.fields.indexOf(field), field.pii as ContactKind] as const,
    );
    const { namesIn } = ownName(source.fields);
    const keyAt = source.fields.findIndex(({ position }) => position === column.field.position);
    const positions = source.fields.map(({ position }) => position);
    for (const cells of recordCells(db, runId, positions)) {
      if (!isOwn(cells)) continue;
      keyTexts.add(plainText(cells[keyAt] ?? ''));
      for (const name of namesIn((place) => cells[place])) names.set(name.join(' '), name);
      for (const [place, kind] of known) {
        const text = cells[place]?.trim() ?? '';
        if (text === '') continue;
        contacts.add(plainText(text));
        found[kind].add(text);
      }
    }
  }
  keyTexts.delete('');
  const own = new Set([...[...keyTexts].filter(isTelling), ...contacts]);
  return {
    keys,
    keyTexts,
    own,
    emails: [...found.email],
    phones: [...found.phone],
    nationalIds: [...found.nationalId],
    names: [...names.values()],
  };
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
