// Awkward calls: too many words, patterns that no shell resolved, an input that stays open, and the table of exit
// codes. Nothing is written for any of them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, ordersCsv } from '../support/commandLine.ts';

const desk = openDesk();
beforeAll(() => {
  desk.write('orders.csv', ordersCsv());
  desk.write('empty.csv', '');
  desk.write('notes.clientela', 'not a project');
});
afterAll(() => desk.remove());

test.each([
  [0, ['--help']],
  [0, ['inspect', 'orders.csv', '--json']],
  [1, ['inspect', 'gone.csv']],
  [1, ['inspect', 'empty.csv']],
  [1, ['import', 'none/p.clientela', 'orders.csv']],
  [1, ['features', 'notes.clientela']],
  [1, ['features', 'gone.clientela']],
  [2, []],
  [2, ['frob']],
  [2, ['inspect']],
  [2, ['inspect', 'orders.csv', '--frob']],
  [2, ['call', 'project.current', '{bad']],
] as const)('bad input 85: exit code %i for %j', async (expected, args) => {
  const { status, stdout, stderr } = await desk.run(...args);
  expect(status).toBe(expected);
  // A result or a reason, never both.
  expect([stdout === '', stderr === '']).toEqual(expected === 0 ? [false, true] : [true, false]);
  expect(desk.names()).toEqual(['empty.csv', 'notes.clientela', 'orders.csv']);
  expect(desk.leftovers()).toEqual([]);
});

test('bad input 85: 100,000 words are one too many', async () => {
  const words = Array.from({ length: 100_000 }, (_, at) => `${at % 10}`);
  const { status, stdout, stderr } = await desk.run('import', 'p.clientela', ...words);
  expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', 'one argument too many: 9']);
  expect(desk.names()).toEqual(['empty.csv', 'notes.clientela', 'orders.csv']);
});

test('bad input 85: a pattern is a name like any other', async () => {
  const { status, stdout, stderr } = await desk.run('inspect', '*.csv', '--json');
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(/^SRC-UNREADABLE: \*\.csv /)]);
});

test('bad input 85: an input that stays open is not waited for', async () => {
  const { status, stdout } = await desk.runBesideTerminal('inspect', 'orders.csv', '--json');
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { files: unknown[] }).files).toHaveLength(1);
});
