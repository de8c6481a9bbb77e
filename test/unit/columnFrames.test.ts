// Answers with typed columns as frames, and back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, namesColumns, packColumns, unpackColumns } from '../../shared/columnFrames.ts';

const column = fc.oneof(
  fc.float32Array({ maxLength: 9 }),
  fc.float64Array({ maxLength: 9 }),
  fc.int32Array({ maxLength: 9 }),
  fc.uint8Array({ maxLength: 9 }),
);
const { message } = fc.letrec((tie) => ({
  message: fc.dictionary(
    fc.stringMatching(/^[a-z]{1,4}$/),
    fc.oneof({ depthSize: 'small' }, column, fc.string(), fc.integer(), fc.constant(null), tie('message')),
    { maxKeys: 5, noNullPrototype: true },
  ),
}));

describe('a message with columns', () => {
  test('comes back as it was, whatever its columns and where they lie', () =>
    fc.assert(
      fc.asyncProperty(message, fc.nat(), async (given, parcel) => {
        const { frame, bytes } = packColumns(given, parcel);
        expect(namesColumns(frame)).toBe(true);
        const whole = Uint8Array.from(Buffer.concat(bytes)).buffer;
        const fetched: number[] = [];
        const back = await unpackColumns(frame, async (asked) => {
          fetched.push(asked);
          return whole;
        });
        expect(back).toEqual(given);
        expect(fetched).toEqual([parcel]);
        expect(columnsOf(back)).toEqual(columnsOf(given));
      }),
      { seed: 4, numRuns: 200 },
    ));

  test('a part of a larger array is sent alone', async () => {
    const part = new Float32Array([1, 2, 3, 4]).subarray(1, 3);
    const { frame, bytes } = packColumns({ part }, 1);
    const back = await unpackColumns(frame, async () => Uint8Array.from(Buffer.concat(bytes)).buffer);
    expect(back).toEqual({ part: new Float32Array([2, 3]) });
  });
});

test('no ordinary frame is taken for one with columns', () => {
  expect(['{"i":"1","p":{}}', '', 'echo:columns:', new Uint8Array([99])].map(namesColumns)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(columnsOf({ list: [new Uint8Array(1)], date: new Date(0), text: 'x' })).toEqual([]);
});
