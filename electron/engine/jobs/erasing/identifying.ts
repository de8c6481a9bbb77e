// The columns of a source that say whom a record is about: the customer's key as the analysis reads it, and contacts.
import type { Field, Source } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { readSteps } from '../../db/steps.ts';
import type { SettledStep } from '../../preparing/cellFix.ts';
import { cellFix, isCellStep, readFieldsAs } from '../../preparing/cellFix.ts';

/** Records that are gone over between two chances to cancel. */
export const ROWS_PER_STEP = 8192;

const CONTACTS = ['email', 'phone', 'nationalId'] as const;
export type ContactKind = (typeof CONTACTS)[number];

export const contactFields = ({ fields }: Pick<Source, 'fields'>): Field[] =>
  fields.filter(
    ({ role, pii }) => (role === 'contact' || role === 'pii') && CONTACTS.some((kind) => kind === pii),
  );

export interface KeyColumn {
  readonly field: Field;
  /** The key that the analysis reads from a cell: recorded fixes may have changed how it is written. */
  readonly keyIn: (cell: string | null) => string;
}

/** @returns null for a source without a column of customer keys */
export function keyColumn(db: ReadDb, source: Source): KeyColumn | null {
  const steps = readSteps(db, source.id).map(({ step }) => step);
  const field = readFieldsAs(source.fields, steps).find(({ role }) => role === 'customerKey');
  if (!field) return null;
  const settled = steps.flatMap((step): SettledStep[] =>
    isCellStep(step) && step.kind !== 'fillMissing' && step.position === field.position ? [step] : [],
  );
  const fixes = settled.map((step) => cellFix(step, field));
  return {
    field,
    keyIn: (cell) => fixes.reduce((text, fix) => fix(text), cell)?.trim() ?? '',
  };
}
