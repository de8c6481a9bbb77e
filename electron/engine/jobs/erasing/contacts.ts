// Which of the contacts in a person's records can mean the person at all.
import type { Source } from '../../../../shared/model/source.ts';
import { normalIdentity } from '../../db/erased.ts';
import type { ReadDb } from '../../db/open.ts';
import { recordCells } from '../../db/records.ts';
import { contactFields, keyColumn, ROWS_PER_STEP } from './identifying.ts';
import type { ContactKind } from './identifying.ts';
import { plainText } from './mentions.ts';

const FEWEST_SIGNS = 7;

/** "no e-mail" and a row of zeros are nobody's. */
export function isContact(kind: ContactKind, text: string): boolean {
  if (kind === 'email') return normalIdentity('email', text) !== null;
  const signs = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (signs.length < FEWEST_SIGNS || new Set(signs).size === 1) return false;
  return kind === 'nationalId' || normalIdentity('phone', text) !== null;
}

/** A contact that more other customers give is a shop's own address or a switchboard: it means nobody. */
const MOST_OTHERS = 20;

/**
 * The contacts that mean too many others.
 * @param contacts as `plainText` writes them
 * @param keys the person's own
 */
export function* commonContacts(
  db: ReadDb,
  snapshots: readonly { readonly source: Source; readonly runId: number }[],
  contacts: ReadonlySet<string>,
  keys: ReadonlySet<string>,
): Generator<number, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>();
  for (const [at, { source, runId }] of snapshots.entries()) {
    yield at / snapshots.length;
    const column = keyColumn(db, source);
    if (!column || contacts.size === 0) continue;
    const positions = [column.field, ...contactFields(source)].map(({ position }) => position);
    let row = 0;
    for (const [keyCell = null, ...cells] of recordCells(db, runId, positions)) {
      if (++row % ROWS_PER_STEP === 0) yield at / snapshots.length;
      for (const cell of cells) {
        const text = cell === null ? '' : plainText(cell);
        if (!contacts.has(text)) continue;
        const key = column.keyIn(keyCell);
        if (key === '' || keys.has(key)) continue;
        const known = others.get(text) ?? new Set();
        if (known.size <= MOST_OTHERS) others.set(text, known.add(key));
      }
    }
  }
  return new Set([...others].flatMap(([text, known]) => (known.size > MOST_OTHERS ? [text] : [])));
}
