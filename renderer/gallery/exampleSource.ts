// An invented project and its sources as the engine describes them, Spanish conventions; for the fixtures of the screens.
import type { Project } from '../../shared/model/project.ts';
import { PLAIN_CSV, type ReadSettings } from '../../shared/model/readSettings.ts';
import type { Field, FieldRole, FieldType, Source, TableKind } from '../../shared/model/source.ts';

/** How the example file is read. */
export const exampleSettings: ReadSettings = {
  ...PLAIN_CSV,
  delimiter: ';',
  decimal: ',',
  thousands: '.',
  dateOrder: 'dmy',
};

/** A column; contact details are addresses. */
export function exampleField(
  position: number,
  name: string,
  type: FieldType,
  role: FieldRole = 'feature',
): Field {
  return {
    id: position + 1,
    position,
    header: name,
    name,
    type,
    role,
    criterion: role === 'amount' ? 'behavioural' : null,
    decimal: ',',
    thousands: '.',
    dateOrder: 'dmy',
    pii: role === 'contact' ? 'email' : null,
  };
}

/** A source of which `loaded` records are in use. */
export function exampleSource(
  [id, name, kind]: readonly [id: number, name: string, kind: TableKind],
  [loaded, rejected]: readonly [loaded: number, rejected: number],
  fields: readonly Field[],
): Source {
  return {
    id,
    name,
    kind,
    fileName: `${name}.csv`,
    runId: id,
    importedAt: '2025-11-03T09:21:00Z',
    asOf: '2025-10-31',
    records: { read: loaded + rejected, loaded, rejected, blank: 0 },
    settings: exampleSettings,
    fields: [...fields],
    issues: [],
  };
}

/** A project with data, before any segments. */
export function exampleProject(change: Partial<Project> = {}): Project {
  return {
    name: 'Tienda',
    fileName: 'Tienda.clientela',
    readOnly: false,
    cautions: [],
    savedAt: '2025-11-03T09:21:00Z',
    settings: {
      locale: 'es',
      currency: 'EUR',
      analysisDate: null,
      returns: 'exclude',
      missing: 'median',
      seed: 4127,
      weighting: { on: false, cap: 3 },
    },
    steps: {
      data: 'done',
      features: 'done',
      explore: 'todo',
      segments: 'todo',
      personas: 'todo',
      campaigns: 'todo',
      results: 'todo',
      report: 'todo',
    },
    customers: 4641,
    orders: 541_909,
    snapshot: '2025-10-31',
    sources: 2,
    segments: 0,
    undo: null,
    redo: null,
    ...change,
  };
}
