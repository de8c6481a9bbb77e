// Who is to be erased: the keys that stand for the person, as the analysis has them and as files write them, and the
// contacts that their records give.
import type { Field, Source } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { readPersonPairs, samePersons } from '../../db/persons.ts';
import { recordCells } from '../../db/records.ts';
import { readSteps } from '../../db/steps.ts';
import type { SettledStep } from '../../preparing/cellFix.ts';
import { cellFix, isCellStep, readFieldsAs } from '../../preparing/cellFix.ts';
import type { OwnTexts } from './mentions.ts';
import { isTelling, plainText } from './mentions.ts';

export interface Person {
  /** As the analysis has them. */
  readonly keys: ReadonlySet<string>;
  /** Keys as files write them, and as the analysis has them: they mean the person in a column of keys. */
  readonly keyTexts: OwnTexts;
  /** Contacts, and keys that can be nothing else: they mean the person wherever they stand. */
  readonly own: OwnTexts;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

const CONTACTS: readonly (string | null)[] = ['email', 'phone', 'nationalId'];

export const contactFields = ({ fields }: Pick<Source, 'fields'>): Field[] =>
  fields.filter(({ role, pii }) => (role === 'contact' || role === 'pii') && CONTACTS.includes(pii));

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

/** Whether a record is the person's, by its cells in the order of the fields: by key, or by contact where there is none. */
export function recordTest(
  source: Source,
  key: KeyColumn | null,
  { keys, own }: Pick<Person, 'keys' | 'own'>,
): (cells: readonly (string | null)[]) => boolean {
  const at = source.fields.findIndex(({ position }) => position === key?.field.position);
  const others = contactFields(source).map((field) => source.fields.indexOf(field));
  return (cells) =>
    key
      ? keys.has(key.keyIn(cells[at] ?? null))
      : others.some((other) => own.has(plainText(cells[other] ?? '')));
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
  const [emails, phones, contacts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const keyTexts = new Set([...keys].map(plainText));
  for (const [at, { source, runId }] of snapshots.entries()) {
    yield at / snapshots.length;
    const column = keyColumn(db, source);
    if (!column) continue;
    const isOwn = recordTest(source, column, { keys, own: contacts });
    const known = contactFields(source).map((field) => [source.fields.indexOf(field), field.pii] as const);
    const keyAt = source.fields.findIndex(({ position }) => position === column.field.position);
    const positions = source.fields.map(({ position }) => position);
    for (const cells of recordCells(db, runId, positions)) {
      if (!isOwn(cells)) continue;
      keyTexts.add(plainText(cells[keyAt] ?? ''));
      for (const [place, pii] of known) {
        const text = cells[place]?.trim() ?? '';
        if (text === '') continue;
        contacts.add(plainText(text));
        if (pii === 'email') emails.add(text);
        if (pii === 'phone') phones.add(text);
      }
    }
  }
  keyTexts.delete('');
  const own = new Set([...[...keyTexts].filter(isTelling), ...contacts]);
  return { keys, keyTexts, own, emails: [...emails], phones: [...phones] };
}
