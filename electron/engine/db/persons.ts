// What the analyst decided about pairs of customer keys: the same person, or not.
import type { ReadDb } from './open.ts';
import { sql } from './schema.ts';
import type { Row } from './schema.ts';

/** In the order of their decision. */
export function readPersonPairs(db: ReadDb): Row<'person_pair'>[] {
  return db.all(sql.selectFrom('person_pair').selectAll().orderBy('id'));
}

/**
 * The key that stands for a key's person: itself, unless it was declared the same as another one's; then that one's,
 * and so on. Of keys declared the same in a circle the smallest stands for all.
 */
export function samePersons(db: ReadDb): (key: string) => string {
  const keptFor = new Map<string, string>();
  for (const { kept, gone, verdict } of readPersonPairs(db))
    if (verdict === 'same' && kept !== gone) keptFor.set(gone, kept);
  return (key) => {
    const seen = new Set<string>();
    let at = key;
    for (;;) {
      const next = keptFor.get(at);
      if (next === undefined) return at;
      seen.add(at);
      if (seen.has(next)) return circleOf(next, keptFor);
      at = next;
    }
  };
}

function circleOf(key: string, keptFor: ReadonlyMap<string, string>): string {
  let smallest = key;
  for (let at = keptFor.get(key) ?? key; at !== key; at = keptFor.get(at) ?? key)
    if (at < smallest) smallest = at;
  return smallest;
}
