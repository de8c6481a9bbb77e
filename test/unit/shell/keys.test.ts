import { describe, expect, test } from 'vitest';
import { actionOf } from '../../../renderer/app/shell/shortcuts.ts';
import { nextStep, stepOf } from '../../../renderer/app/steps.ts';
import { matchCommands } from '../../../renderer/app/palette/match.ts';
import { nextCell } from '../../../renderer/ui/grid/selection.ts';
import { daysBetween } from '../../../renderer/screens/home/useOpenedAt.ts';

const chord = (code: string, modifiers: string, key = '') => ({
  key,
  code,
  ctrlKey: modifiers.includes('c'),
  metaKey: false,
  shiftKey: modifiers.includes('s'),
  altKey: modifiers.includes('a'),
});

describe('window keys', () => {
  test('name their actions by position, whatever the layout writes', () => {
    const named = [
      chord('KeyZ', 'c', 'я'),
      chord('KeyZ', 'cs'),
      chord('KeyK', 'c'),
      chord('KeyH', 'c'),
      chord('Digit3', 'c'),
      chord('Digit8', 'a'),
      chord('Period', 'c'),
      chord('F6', '', 'F6'),
      chord('F6', 's', 'F6'),
    ].map(actionOf);
    expect(named).toEqual([
      'undo',
      'redo',
      'palette',
      'history',
      'step:2',
      'step:7',
      'cancel',
      'nextPane',
      'previousPane',
    ]);
  });

  test('plain letters, AltGr and other chords are left alone', () => {
    const named = [
      chord('KeyZ', ''),
      chord('Digit3', ''),
      chord('Digit3', 'ca'),
      chord('KeyK', 'cs'),
      chord('Digit9', 'c'),
    ];
    expect(named.map(actionOf)).toEqual([null, null, null, null, null]);
  });
});

test('grid keys stay inside the grid', () => {
  const grid = { rowCount: 100, columnCount: 5, pageRows: 20 };
  const from = { row: 90, column: 4 };
  const led = ['ArrowRight', 'ArrowDown', 'PageDown', 'PageUp', 'Home', 'End', 'x'].map((key) =>
    nextCell(key, false, from, grid),
  );
  expect(led).toEqual([
    { row: 90, column: 4 },
    { row: 91, column: 4 },
    { row: 99, column: 4 },
    { row: 70, column: 4 },
    { row: 90, column: 0 },
    { row: 90, column: 4 },
    null,
  ]);
  expect(nextCell('End', true, from, grid)).toEqual({ row: 99, column: 4 });
});

test('commands are found by parts of words, without accents, best first', () => {
  const commands = ['Explorar segmentos', 'Começar', 'Segmentos'].map((label) => ({
    id: label,
    group: '',
    label,
    run: () => undefined,
  }));
  expect(matchCommands(commands, 'seg').map(({ id }) => id)).toEqual(['Segmentos', 'Explorar segmentos']);
  expect(matchCommands(commands, 'comecar').map(({ id }) => id)).toEqual(['Começar']);
  expect(matchCommands(commands, 'nada')).toEqual([]);
  expect(matchCommands(commands, ' ')).toEqual(commands);
});

test('addresses name their step, and the next step skips later releases', () => {
  expect(['/', '/data/import', '/segments/3', '/nowhere'].map(stepOf)).toEqual([
    null,
    'data',
    'segments',
    null,
  ]);
  const done = {
    data: 'done',
    features: 'done',
    explore: 'done',
    segments: 'done',
    personas: 'done',
    campaigns: 'done',
    results: 'todo',
    report: 'todo',
  } as const;
  expect([nextStep(done), nextStep({ ...done, segments: 'attention', personas: 'todo' })]).toEqual([
    null,
    'segments',
  ]);
});

test('days are counted by the calendar, not by 24 hours', () => {
  expect([
    daysBetween('2025-11-02T23:59:00', '2025-11-03T00:01:00'),
    daysBetween('2025-11-03T00:01:00', '2025-11-03T23:59:00'),
  ]).toEqual([1, 0]);
});
