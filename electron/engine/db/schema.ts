// The tables' types for Kysely, and the builder. Kysely only builds SQL here; `open.ts` runs it.
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Generated, Selectable } from 'kysely';

/** `id` is the setting's name. Values are JSON. */
interface SettingTable {
  id: string;
  value: string;
}
interface RunTable {
  id: Generated<number>;
  kind:
    | 'import'
    | 'prepare'
    | 'features'
    | 'segmentation'
    | 'tournament'
    | 'quality'
    | 'duplicates'
    | 'weights';
  status: 'running' | 'done';
  /** For derived runs: what they were computed from. The same signature → the same result. */
  signature: string;
  created_at: string;
  settings: string;
  summary: string;
}
interface SourceTable {
  id: Generated<number>;
  name: string;
  kind: string;
  run_id: number;
}
interface FieldTable {
  id: Generated<number>;
  source_id: number;
  position: number;
  header: string;
  name: string;
  type: string;
  role: string;
  criterion: string | null;
  decimal: string;
  thousands: string;
  date_order: string;
  pii: string | null;
}
/** Each import of a source; `source.run_id` is the one in use. */
interface SnapshotTable {
  id: Generated<number>;
  source_id: number;
  run_id: number;
  as_of: string | null;
}
/** A recorded fix of a source's cells, records or keys: `body` is the model's Step as JSON. Applied in order of position. */
interface StepTable {
  id: Generated<number>;
  source_id: number;
  position: number;
  body: string;
}
/** What the analyst decided about two customer keys: the same person (then `kept` stands for `gone`) or not. */
interface PersonPairTable {
  id: Generated<number>;
  kept: string;
  gone: string;
  verdict: 'same' | 'different';
}
/** Salted hashes of erased customers' keys and contacts, so that they are held back when imported again. */
interface ErasedTable {
  hash: string;
  at: string;
}
interface RejectTable {
  run_id: number;
  n: number;
  record: number;
  line: number;
  column_name: string | null;
  value: string | null;
  code: string;
  args: string;
  cells: string;
}
interface ColumnChunkTable {
  run_id: number;
  name: string;
  chunk: number;
  data: Buffer;
}
interface ReferenceTable {
  id: Generated<number>;
  name: string;
  field: string;
  shares: string;
  source: string;
}
interface FeatureChoiceTable {
  id: string;
  chosen: number;
  log: number;
}
interface SegmentationTable {
  id: Generated<number>;
  run_id: number;
}
interface SegmentTable {
  id: Generated<number>;
  segmentation_id: number;
  position: number;
  clusters: string;
  colour: string;
  name: string;
  note: string;
}
interface PersonaTable {
  id: Generated<number>;
  segment_id: number;
  body: string;
}
interface CampaignTable {
  id: Generated<number>;
  name: string;
  start_date: string;
}
interface ActionTable {
  id: Generated<number>;
  campaign_id: number;
  position: number;
  body: string;
}
interface ChangeTable {
  id: Generated<number>;
  label: string;
  detail: string;
  at: string;
  undone: number;
}
interface ChangeRowTable {
  seq: Generated<number>;
  change_id: number;
  table_name: string;
  before: string | null;
  after: string | null;
}

export interface Schema {
  setting: SettingTable;
  run: RunTable;
  source: SourceTable;
  field: FieldTable;
  snapshot: SnapshotTable;
  step: StepTable;
  person_pair: PersonPairTable;
  erased: ErasedTable;
  reject: RejectTable;
  column_chunk: ColumnChunkTable;
  reference: ReferenceTable;
  feature_choice: FeatureChoiceTable;
  segmentation: SegmentationTable;
  segment: SegmentTable;
  persona: PersonaTable;
  campaign: CampaignTable;
  action: ActionTable;
  change: ChangeTable;
  change_row: ChangeRowTable;
}
export type Row<T extends keyof Schema> = Selectable<Schema[T]>;

/** Builds SQL for the project file; never executes. */
export const sql = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** "CLNT": how a project file is told from any other SQLite file. */
export const APPLICATION_ID = 0x434c4e54;

/** Tables of decisions: small, journaled, undoable. Everything else belongs to immutable runs. */
export const DECISION_TABLES = [
  'setting',
  'source',
  'field',
  'snapshot',
  'step',
  'person_pair',
  'reference',
  'feature_choice',
  'segmentation',
  'segment',
  'persona',
  'campaign',
  'action',
] as const;
export type DecisionTable = (typeof DECISION_TABLES)[number];
