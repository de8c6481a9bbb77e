// Keys under which earlier imports of a list have the same person: a shop that numbers its customers anew gives the
// person another key, and the records under the former one must not outlast them.
import type { Source } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { recordCells } from '../../db/records.ts';
import type { ContactKind } from './identifying.ts';
import { contactFields, keyColumn, ROWS_PER_STEP } from './identifying.ts';
import { plainText } from './mentions.ts';
import { ownName } from './ownName.ts';

interface Known {
  readonly keys: ReadonlySet<string>;
  /** Contacts that are the person's, as `plainText` writes them. */
  readonly contacts: ReadonlySet<string>;
  /** Full names, their folded words joined by spaces. */
  readonly names: ReadonlySet<string>;
}

/** A telephone is often a family's; without a name it does not say who. */
const TELLING: ReadonlySet<ContactKind> = new Set(['email', 'nationalId']);

/** Whether a record gives a contact of the person and their name, or, where files give no names, their e-mail. */
function sameTest({ fields }: Source, { contacts, names }: Known) {
  const { places, namesIn } = ownName(fields);
  const nameless = places.length === 0 || names.size === 0;
  const compared = contactFields({ fields })
    .filter(({ pii }) => !nameless || TELLING.has(pii as ContactKind))
    .map((field) => fields.indexOf(field));
  return (cells: readonly (string | null)[]): boolean =>
    compared.some((at) => contacts.has(plainText(cells[at] ?? ''))) &&
    (nameless || namesIn((place) => cells[place]).some((name) => names.has(name.join(' '))));
}

/**
 * The keys that earlier snapshots of a source have for the person and its snapshot in use has not: whoever is still in
 * the list under a key of their own is another customer, whatever they share.
 */
export function* formerKeys(
  db: ReadDb,
  snapshots: readonly { readonly source: Source; readonly runId: number }[],
  known: Known,
): Generator<number, ReadonlySet<string>> {
  const former = new Set<string>();
  const sources = new Map(snapshots.map(({ source }) => [source.id, source]));
  for (const source of sources.values()) {
    const column = keyColumn(db, source);
    const earlier = snapshots.filter((one) => one.source.id === source.id && one.runId !== source.runId);
    if (!column || earlier.length === 0) continue;
    const isSame = sameTest(source, known);
    const positions = source.fields.map(({ position }) => position);
    const keyAt = positions.indexOf(column.field.position);
    const found = new Set<string>();
    let row = 0;
    for (const { runId } of earlier)
      for (const cells of recordCells(db, runId, positions)) {
        if (++row % ROWS_PER_STEP === 0) yield 0;
        const key = column.keyIn(cells[keyAt] ?? null);
        if (key !== '' && !known.keys.has(key) && isSame(cells)) found.add(key);
      }
    if (found.size === 0) continue;
    for (const [cell = null] of recordCells(db, source.runId, [column.field.position])) {
      if (++row % ROWS_PER_STEP === 0) yield 0;
      found.delete(column.keyIn(cell));
    }
    for (const key of found) former.add(key);
  }
  return former;
}
