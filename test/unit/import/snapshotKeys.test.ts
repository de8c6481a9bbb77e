// What is kept of two snapshots, against Maps of everything.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdentityTable, KeyTable, SnapshotKeys } from '../../../electron/engine/jobs/snapshotKeys.ts';

const KEYS = fc.integer({ min: 0, max: 4000 }).map((number) => `K${number}`);
const IDENTITIES = fc.integer({ min: 0, max: 2500 }).map((number) => `email ${number}@shop.invalid`);
const ANSWERS = fc.array(fc.constantFrom(0, 1, NaN), { minLength: 2, maxLength: 2 });

test('keys, last answers and owners are those of Maps, beyond the first size of the arrays', () => {
  const rows = fc.array(fc.tuple(KEYS, IDENTITIES, ANSWERS), { minLength: 0, maxLength: 6000, size: 'max' });
  fc.assert(
    fc.property(rows, (all) => {
      const [keys, identities, snapshot] = [new KeyTable(), new IdentityTable(), new SnapshotKeys(2)];
      const answers = new Map<string, number[]>();
      const owners = new Map<string, string | null>();
      for (const [key, identity, said] of all) {
        const number = keys.numberOf(key);
        snapshot.add(number, said);
        snapshot.own(identities.add(identity), number);
        const before = answers.get(key) ?? [-1, -1];
        answers.set(
          key,
          said.map((answer, at) => (Number.isNaN(answer) ? (before[at] ?? -1) : answer)),
        );
        const owner = owners.get(identity);
        owners.set(identity, owner === undefined || owner === key ? key : null);
      }
      expect([keys.size, identities.size, snapshot.count]).toEqual([answers.size, owners.size, answers.size]);
      expect(Array.from({ length: keys.size }, (_, number) => keys.text(number))).toEqual([
        ...answers.keys(),
      ]);
      expect(
        [...answers].map(([key]) => [0, 1].map((at) => snapshot.answer(keys.numberOf(key), at))),
      ).toEqual([...answers.values()]);
      const owned = [...owners.keys()].map((identity) => snapshot.ownerOf(identities.find(identity)));
      expect(owned.map((number) => (number === null ? null : keys.text(number)))).toEqual([
        ...owners.values(),
      ]);
    }),
    { seed: 8, numRuns: 30 },
  );
});
