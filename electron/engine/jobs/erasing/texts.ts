// Every column of the project file that holds text or bytes, and what becomes of it when a customer is erased. A column
// that is missing here does not compile, and a test compares the list with the tables of a new project.
import type { Row, Schema } from '../../db/schema.ts';
import type { SettingId } from '../../db/settings.ts';

/**
 * words: the program's own, a date or a salted hash, never what somebody wrote.
 * text, json: what the analyst wrote or took from a file; every mention becomes a mark.
 * name: likewise, and no two of a table's may be the same.
 * setting: each by its own treatment, see `SETTING_TEXTS`.
 * steps, pairs, history: decisions of their own kind, see `decisions.ts`.
 * records, runs: imports are written anew and derived runs blanked or discarded, see `eraseCustomer.ts`.
 */
type Treatment =
  | 'words'
  | 'text'
  | 'json'
  | 'name'
  | 'setting'
  | 'steps'
  | 'pairs'
  | 'history'
  | 'records'
  | 'runs';

type TextColumns<T extends keyof Schema> = {
  readonly [C in keyof Row<T> as NonNullable<Row<T>[C]> extends string | Buffer ? C : never]: Treatment;
};

export const TEXT_COLUMNS: { readonly [T in keyof Schema]: TextColumns<T> } = {
  setting: { id: 'words', value: 'setting' },
  run: {
    kind: 'words',
    status: 'words',
    signature: 'runs',
    created_at: 'words',
    settings: 'runs',
    summary: 'runs',
  },
  source: { name: 'text', kind: 'words' },
  field: {
    header: 'text',
    name: 'name',
    type: 'words',
    role: 'words',
    criterion: 'words',
    decimal: 'words',
    thousands: 'words',
    date_order: 'words',
    pii: 'words',
  },
  snapshot: { as_of: 'words' },
  step: { body: 'steps' },
  person_pair: { kept: 'pairs', gone: 'pairs', verdict: 'words' },
  erased: { hash: 'words', at: 'words' },
  reject: { column_name: 'text', value: 'records', code: 'words', args: 'records', cells: 'records' },
  column_chunk: { name: 'runs', data: 'records' },
  reference: { name: 'text', field: 'name', shares: 'json', source: 'text' },
  feature_choice: { id: 'name' },
  segmentation: {},
  segment: { clusters: 'words', colour: 'words', name: 'text', note: 'text' },
  persona: { body: 'json' },
  campaign: { name: 'text', start_date: 'words' },
  action: { body: 'json' },
  change: { label: 'history', detail: 'history', at: 'history' },
  change_row: { table_name: 'history', before: 'history', after: 'history' },
};

/** Numbers, choices from lists and hashes cannot name anybody; quality limits point to columns by number. */
export const SETTING_TEXTS: Readonly<Record<SettingId, 'words' | 'text' | 'definitions'>> = {
  name: 'text',
  project: 'words',
  segmentation: 'words',
  salt: 'words',
  quality: 'words',
  definitions: 'definitions',
  dismissed: 'words',
};
