// The wizard's state without a window: lines of the preview, counts of the whole file, known files, further tables.
import { beforeEach, describe, expect, test } from 'vitest';
import { showControls } from '../../../renderer/intake/showControls.ts';
import { importInputOf, newDraft, withEdit, mappingOf } from '../../../renderer/screens/import/draft.ts';
import { exampleInspection } from '../../../renderer/screens/import/exampleInspection.ts';
import { exampleReport } from '../../../renderer/screens/import/exampleReport.ts';
import { fileStateOf } from '../../../renderer/screens/import/fileState.ts';
import { previewLinesOf, withRejects } from '../../../renderer/screens/import/previewLines.ts';
import { shownColumnsOf, shownIssuesOf } from '../../../renderer/screens/import/shownColumns.ts';
import { useWizardStore } from '../../../renderer/screens/import/wizardStore.ts';
import type { PreviewRecord } from '../../../shared/model/inspection.ts';

const file = { handle: 'f1', name: 'ventas.csv', bytes: 10 };
const columns = mappingOf(exampleInspection.columns, {});

describe('lines of the preview', () => {
  const first: readonly PreviewRecord[] = Array.from({ length: 100 }, (_unused, at) => ({
    record: at + 1,
    line: at + 2,
    cells: [],
  }));
  const records = withRejects(first, exampleReport.rejects, columns);
  const said = (expanded: boolean): readonly unknown[] =>
    previewLinesOf(records, first.length, expanded).map((one) =>
      one.kind === 'gap' ? `${one.lines}${one.folded ? ' folded' : ''}` : one.record.line,
    );

  test('a few first records, then the rejected ones, with the gaps between', () => {
    expect(said(false)).toEqual([
      2,
      3,
      4,
      5,
      6,
      7,
      '41199 folded',
      41_207,
      '36102',
      77_310,
      '43242',
      120_553,
    ]);
    expect(said(true).slice(98)).toEqual([100, 101, '41105', 41_207, '36102', 77_310, '43242', 120_553]);
  });

  test('nothing is folded where no rejected record follows, and cells come in the order of the columns', () => {
    expect(previewLinesOf(first, first.length, false)).toHaveLength(100);
    expect(records.at(-1)?.cells).toHaveLength(columns.length);
    expect(records.at(-1)?.reject?.code).toBe('MORE-CELLS');
  });
});

test('counts of the whole file take the place of the sample’s, what only the detection knows stays', () => {
  const [before] = shownColumnsOf(exampleInspection.columns, null);
  expect([before?.sampled, before?.invalid]).toEqual([60, null]);
  const [order, date] = shownColumnsOf(exampleInspection.columns, exampleReport);
  expect([order?.distinct, order?.distinctAtLeast, order?.sampled]).toEqual([36_363, true, 541_909]);
  expect([date?.invalid, date?.role, date?.reasons]).toEqual([
    19,
    'date',
    exampleInspection.columns[1]?.reasons,
  ]);
  expect(
    shownIssuesOf(exampleInspection.issues, exampleReport).map(({ code, count }) => [code, count]),
  ).toEqual([
    ['DATE-SURE', 31],
    ['KEY-MISSING', 135_080],
  ]);
});

describe('files that the project knows', () => {
  const known = { sourceId: 7, name: 'ventas', importedAt: '2026-01-01T00:00:00.000Z' };
  const same = { ...exampleInspection, known: { ...known, match: 'file' as const } };
  const alike = { ...exampleInspection, known: { ...known, match: 'shape' as const } };
  const stateOf = (draft: ReturnType<typeof newDraft>): string =>
    fileStateOf(draft, { inspection: same, error: null, busy: false }).state;

  test('the same file is not imported unless asked for', () => {
    expect([stateOf(newDraft(file)), stateOf({ ...newDraft(file), again: true })]).toEqual([
      'known',
      'ready',
    ]);
    expect(importInputOf({ ...newDraft(file), again: true }, same)).toMatchObject({ again: true });
    expect('into' in importInputOf(newDraft(file), same)).toBe(false);
  });

  test('the same columns are newer data unless it shall be a source of its own', () => {
    expect(importInputOf(newDraft(file), alike, true)).toMatchObject({ into: 7, remember: true });
    const separate = importInputOf({ ...newDraft(file), known: 'separate' }, alike);
    expect(['into' in separate, 'remember' in separate]).toEqual([false, false]);
  });
});

test('conventions of one column can be changed alone', () => {
  const draft = withEdit(newDraft(file), columns, 6, { decimal: '.', thousands: ',' });
  const edited = mappingOf(exampleInspection.columns, draft.edits);
  expect([edited[6]?.decimal, edited[6]?.thousands, edited[5]?.decimal]).toEqual(['.', ',', ',']);
});

describe('the wizard’s store', () => {
  beforeEach(() => useWizardStore.setState({ project: null, drafts: [], seen: new Set(), wanted: null }));
  const ids = (): readonly string[] => useWizardStore.getState().drafts.map(({ id }) => id);

  test('keeps decisions while away, does not bring back what was left out, and ends with the project', () => {
    const { arrive, remove, change } = useWizardStore.getState();
    const other = { ...file, handle: 'f2' };
    arrive('a.clientela', [file, other]);
    change({ ...newDraft(file), kind: 'survey' });
    remove('f2');
    arrive('a.clientela', [file, other]);
    expect(useWizardStore.getState().drafts).toEqual([{ ...newDraft(file), kind: 'survey' }]);
    arrive('b.clientela', []);
    expect(ids()).toEqual([]);
  });

  test('further sheets and a second table stand right behind their file, each once', () => {
    const { arrive, addTables } = useWizardStore.getState();
    arrive('a.clientela', [file, { ...file, handle: 'f2' }]);
    addTables(newDraft(file), [{ sheet: 'Orders' }, { sheet: 'Survey' }]);
    addTables(newDraft(file), [{ sheet: 'Orders' }, { startLine: 90 }]);
    expect(ids()).toEqual(['f1', 'f1#90', 'f1#Orders', 'f1#Survey', 'f2']);
    expect(useWizardStore.getState().drafts[1]?.overrides).toEqual({ startLine: 90 });
  });
});

test('bad input 41: characters that hide or reorder text are shown, accents and joined emoji stay', () => {
  expect(showControls('a\u0000b\tc\u202Ed\u200Be\u007F')).toBe('a␀b␉c[U+202E]d[U+200B]e␡');
  expect(showControls('Núria 👩‍👩‍👧 שלום')).toBe('Núria 👩‍👩‍👧 שלום');
});
