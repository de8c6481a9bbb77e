// What the analyst decided about pairs of customer keys: the same person, or not.
import type { ReadDb } from './open.ts';
import { sql } from './schema.ts';
import type { Row } from './schema.ts';

/** In the order of their decision. */
export function readPersonPairs(db: ReadDb): Row<'person_pair'>[] {
  return db.all(sql.selectFrom('person_pair').selectAll().orderBy('id'));
}

/**
 * The key that stands for a key's person: itself, unless it was declared the same as another one's; then that one's.
 * Whoever is the same as the same is one person, whichever key was kept in each decision; the last one says which key
 * stands for all.
 */
export function samePersons(db: ReadDb): (key: string) => string {
  const keptFor = new Map<string, string>();
  const standsFor = (key: string): string => {
    let at = key;
    for (let next = keptFor.get(at); next !== undefined; next = keptFor.get(at)) at = next;
    return at;
  };
  for (const { kept, gone, verdict } of readPersonPairs(db)) {
    if (verdict !== 'same') continue;
    const [one, other] = [standsFor(gone), standsFor(kept)];
    if (one !== other) keptFor.set(one, other);
  }
  return standsFor;
}
