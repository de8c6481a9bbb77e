// The tables of a project as the parts that people know, for the report of a salvage.
import type { SalvagePart } from '../../../../shared/model/salvage.ts';
import { SALVAGE_PARTS } from '../../../../shared/model/salvage.ts';
import type { ReadDb } from '../open.ts';
import type { CopiedTable } from './copyTables.ts';

type PartName = (typeof SALVAGE_PARTS)[number];

/** The table whose rows are counted comes first. Records and their typed copies are reported per source. */
const TABLES: Readonly<Record<PartName, readonly string[]>> = {
  settings: ['setting'],
  sources: ['source', 'field', 'snapshot'],
  fixes: ['step', 'person_pair'],
  erased: ['erased'],
  rejects: ['reject'],
  features: ['feature_choice'],
  segments: ['segment', 'segmentation'],
  personas: ['persona'],
  campaigns: ['campaign', 'action'],
};

function countOf(db: ReadDb, table: string): number {
  return db.allRaw<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)[0]?.n ?? 0;
}

/** What is in the new file, and whether all of it was readable and still refers to something. */
export function partsOfReport(db: ReadDb, tables: readonly CopiedTable[]): SalvagePart[] {
  return SALVAGE_PARTS.map((part) => {
    const [main = ''] = TABLES[part];
    const copied = tables.filter(({ name }) => TABLES[part].includes(name));
    const kept = countOf(db, main);
    // The choice of segments is kept among the settings, and goes with them.
    const isWhole = ({ name, kept: copies }: CopiedTable): boolean =>
      name === 'setting' || copies === countOf(db, name);
    const complete = copied.every((table) => table.complete && isWhole(table));
    return { part, kept, complete };
  });
}
