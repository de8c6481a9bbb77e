// Layouts: recognised by headers whatever the delimiter, applied by header, never against what the file itself says.
import { afterAll, describe, expect, it } from 'vitest';
import { layoutFor, shapeOf } from '../../../electron/engine/files/columns/layouts.ts';
import { inspectFile, inspectWithLayouts } from '../../../electron/engine/files/index.ts';
import type { Layout } from '../../../shared/model/layout.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import { TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

const HEAD = ['Cliente', 'Fecha', 'Importe', 'Canal'];
const rows = (days: readonly string[]): string =>
  days.map((day, at) => `K${at};${day};${10 + at},50;${at % 2 ? 'web' : 'tienda'}`).join('\n');
const AMBIGUOUS = ['03/04/2025', '05/06/2025', '07/08/2025', '01/02/2025', '09/10/2025', '11/12/2025'];

function layoutOf(inspection: Inspection, change: Partial<Layout> = {}): Layout {
  const headers = inspection.columns.map(({ header }) => header);
  return {
    id: shapeOf(headers) ?? '',
    name: 'ventas',
    savedAt: '2026-01-01T00:00:00.000Z',
    kind: 'transactions',
    settings: { ...inspection.settings, dateOrder: 'mdy' },
    columns: inspection.columns.map(({ header, type, role, criterion }) => ({
      header,
      type,
      role: header === 'Canal' ? 'ignore' : role,
      criterion,
    })),
    ...change,
  };
}

async function remembered(): Promise<Layout> {
  const path = folder.write('old.csv', `${HEAD.join(';')}\n${rows(AMBIGUOUS)}\n`);
  return layoutOf(await inspectFile(path, {}));
}

describe('shapes', () => {
  it('leave case, accents, spaces and punctuation aside, and keep the order', () => {
    expect(shapeOf(['Cliente ID', 'Cód.', '№'])).toBe(shapeOf(['cliente_id', 'cod', '№']));
    expect(shapeOf(['a', 'b'])).not.toBe(shapeOf(['b', 'a']));
    expect(shapeOf(['ab', 'c'])).not.toBe(shapeOf(['a', 'bc']));
    expect(shapeOf(['', ' '])).toBeUndefined();
  });

  it('are found again with a column more or less, but not with another table', async () => {
    const layout = await remembered();
    expect(layoutFor(HEAD, [layout])).toBe(layout);
    expect(layoutFor([...HEAD, 'Nota'], [layout])).toBe(layout);
    expect(layoutFor([...HEAD, 'Nota', 'Tienda', 'Caja'], [layout])).toBeUndefined();
    expect(layoutFor(HEAD.slice(0, 2), [layout])).toBeUndefined();
  });
});

describe('a remembered layout', () => {
  it('gives columns their meaning and answers what the file leaves open', async () => {
    const layout = await remembered();
    const path = folder.write(
      'new.csv',
      `${HEAD.join(',')}\n${rows(AMBIGUOUS).replaceAll(',', '.').replaceAll(';', ',')}\n`,
    );
    expect((await inspectFile(path, {})).asks).toEqual(['dateOrder']);
    const found = await inspectWithLayouts(path, {}, { layouts: [layout], wanted: 'auto' });
    expect(found.asks).toEqual([]);
    expect(found.settings).toMatchObject({ delimiter: ',', decimal: '.', dateOrder: 'mdy' });
    expect(found.layout).toEqual({
      id: layout.id,
      name: 'ventas',
      savedAt: layout.savedAt,
      matched: 4,
      columns: 4,
    });
    expect(found.columns.map(({ role, reasons, decimal }) => [role, reasons, decimal])).toEqual([
      ['customerKey', [{ code: 'remembered' }], '.'],
      ['date', [{ code: 'remembered' }], '.'],
      ['amount', [{ code: 'remembered' }], '.'],
      ['ignore', [{ code: 'remembered' }], '.'],
    ]);
  });

  it('does not overrule dates that can be read in one way only', async () => {
    const layout = await remembered();
    const path = folder.write('sure.csv', `${HEAD.join(';')}\n${rows(['31/01/2025', ...AMBIGUOUS])}\n`);
    const found = await inspectWithLayouts(path, {}, { layouts: [layout], wanted: 'auto' });
    expect(found.settings.dateOrder).toBe('dmy');
    expect(found.columns[1]).toMatchObject({ dateOrder: 'dmy', role: 'date' });
    expect(found.preview.every(({ reject }) => reject === undefined)).toBe(true);
  });

  it('leaves new columns to detection, which may not take a remembered role again', async () => {
    const layout = await remembered();
    const text = `Customer ID;${HEAD.join(';')}\n${rows(AMBIGUOUS)
      .split('\n')
      .map((line, at) => `C-${at};${line}`)
      .join('\n')}\n`;
    const found = await inspectWithLayouts(
      folder.write('more.csv', text),
      {},
      { layouts: [layout], wanted: 'auto' },
    );
    expect(found.layout).toMatchObject({ matched: 4, columns: 5 });
    expect(found.columns.map(({ role }) => role)).toEqual([
      'ignore',
      'customerKey',
      'date',
      'amount',
      'ignore',
    ]);
    expect(found.columns[0]?.reasons[0]).toEqual({ code: 'headerWord', word: 'customer id' });
  });

  it('gives way to what the analyst changed in the wizard', async () => {
    const layout = await remembered();
    const path = folder.write('edited.csv', `${HEAD.join(';')}\n${rows(AMBIGUOUS)}\n`);
    const first = await inspectWithLayouts(path, {}, { layouts: [layout], wanted: 'auto' });
    const mapping = first.columns.map((column) => ({ ...column, role: 'feature' as const }));
    const found = await inspectWithLayouts(
      path,
      { dateOrder: 'dmy' },
      { layouts: [layout], wanted: 'auto', mapping },
    );
    expect(found.settings.dateOrder).toBe('dmy');
    expect(found.columns.map(({ role }) => role)).toEqual(['feature', 'feature', 'feature', 'feature']);
  });

  it('is not applied when another one is asked for that is not there', async () => {
    const layout = await remembered();
    const path = folder.write('none.csv', `${HEAD.join(';')}\n${rows(AMBIGUOUS)}\n`);
    const found = await inspectWithLayouts(path, {}, { layouts: [layout], wanted: 'nothing' });
    expect(found.layout).toBeUndefined();
    expect(found.asks).toEqual(['dateOrder']);
  });
});
