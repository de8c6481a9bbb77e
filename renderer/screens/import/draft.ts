// What the analyst has decided about one file before importing it. Detection proposes; edits are kept as a patch per
// column, so that a changed number or date convention asks the file again without losing them.
import type { ImportInput } from '../../../shared/contract/sources.ts';
import { fileStem } from '../../../shared/fileStem.ts';
import type { FileHandle } from '../../../shared/host.ts';
import type { ColumnMapping, FieldRole, FieldType, TableKind } from '../../../shared/model/source.ts';
import type { ColumnProposal, Inspection } from '../../../shared/model/inspection.ts';
import type { IssueCode } from '../../../shared/model/issue.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';

export interface ColumnEdit {
  readonly type?: FieldType;
  readonly role?: FieldRole;
  readonly criterion?: ColumnMapping['criterion'];
  readonly decimal?: ColumnMapping['decimal'];
  readonly thousands?: ColumnMapping['thousands'];
  readonly dateOrder?: ColumnMapping['dateOrder'];
  /** Whether numbers with a format are loaded as shown: a read setting of the file, asked where the column is. */
  readonly numbersShown?: boolean;
}

/** Which saved layout a file is read with: the one that fits, none, or the one of that id. */
export type LayoutChoice = 'auto' | 'none' | (string & {});

export interface FileDraft {
  /** The file's handle; a further sheet of the same workbook has an id of its own. */
  readonly id: string;
  readonly file: FileHandle;
  /** Null = as detected. */
  readonly kind: TableKind | null;
  readonly overrides: ReadOverrides;
  /** By column position, counted from 0. */
  readonly edits: Readonly<Record<number, ColumnEdit>>;
  readonly layout: LayoutChoice;
  /** Of a file with the columns of a source: newer data for it, or a source of its own. */
  readonly known: 'into' | 'separate';
  /** Imports a file that the project holds already. */
  readonly again: boolean;
  /** The day that the data stand for, `yyyy-mm-dd`; null = the newest date in them. */
  readonly asOf: string | null;
  /** A table of customers without a key: each row is a customer of its own. */
  readonly numbered: boolean;
}

export type Question = Inspection['asks'][number];
/** What a table of its kind cannot do without. */
export type Lack = 'key' | 'date' | 'amount';

/** Settings that change which columns there are; edits made for the old ones would land on others. */
const STRUCTURAL = ['sheet', 'delimiter', 'quote', 'escape', 'headerRow', 'headerRows', 'encoding'] as const;
/** Roles that only one column of a table can have. */
const SINGLE_ROLES: readonly FieldRole[] = [
  'customerKey',
  'orderKey',
  'date',
  'amount',
  'quantity',
  'unitPrice',
  'weight',
];

/** Another table of a file that is there already: a sheet of a workbook, or a second table further down. */
export type FurtherTable = Pick<ReadOverrides, 'sheet' | 'startLine'>;

/** A file as detected, or a further table of it. */
export function newDraft(file: FileHandle, further: FurtherTable = {}): FileDraft {
  const { sheet, startLine } = further;
  const part = sheet ?? startLine;
  return {
    id: part === undefined ? file.handle : `${file.handle}#${part}`,
    file,
    kind: null,
    overrides: further,
    edits: {},
    layout: 'auto',
    known: 'into',
    again: false,
    asOf: null,
    numbered: false,
  };
}

/** The draft with read settings changed by hand. */
export function withOverrides(draft: FileDraft, changed: ReadOverrides): FileDraft {
  const structural = STRUCTURAL.some((name) => name in changed);
  const { numbersShown, ...others } = draft.overrides;
  const kept = structural || numbersShown === undefined ? others : draft.overrides;
  return {
    ...draft,
    overrides: { ...kept, ...changed },
    edits: structural ? {} : draft.edits,
  };
}

/** The columns as they will be imported: proposals with the analyst's edits on top. */
export function mappingOf(
  proposals: readonly ColumnProposal[],
  edits: FileDraft['edits'],
): readonly ColumnMapping[] {
  return proposals.map((proposal) => {
    const { position, name, header, pii } = proposal;
    const edit = edits[position] ?? {};
    const { decimal = proposal.decimal, dateOrder = proposal.dateOrder } = edit;
    const { thousands = proposal.thousands } = edit;
    const type = edit.type ?? proposal.type;
    const role = edit.role ?? proposal.role;
    const criterion = edit.criterion === undefined ? proposal.criterion : edit.criterion;
    return { position, name, header, pii, type, role, criterion, decimal, thousands, dateOrder };
  });
}

/** What a column becomes when another one takes its single role. */
function stepDown(column: ColumnMapping): ColumnEdit {
  const measured = column.type === 'number' || column.type === 'money' || column.type === 'category';
  return {
    role: measured && column.role !== 'customerKey' && column.role !== 'orderKey' ? 'feature' : 'ignore',
  };
}

/** The draft with one column's meaning changed. A role that only one column can have leaves the column that had it. */
export function withEdit(
  draft: FileDraft,
  columns: readonly ColumnMapping[],
  position: number,
  edit: ColumnEdit,
): FileDraft {
  const { numbersShown, ...meaning } = edit;
  if (numbersShown !== undefined) {
    const chosen = { ...draft.overrides.numbersShown, [position]: numbersShown };
    // The other text may be of another type, so the column's type is proposed anew.
    const { [position]: _, ...others } = draft.edits;
    return withOverrides({ ...draft, edits: others }, { numbersShown: chosen });
  }
  const edits: Record<number, ColumnEdit> = {
    ...draft.edits,
    [position]: { ...draft.edits[position], ...meaning },
  };
  if (edit.role !== undefined && SINGLE_ROLES.includes(edit.role)) {
    for (const column of columns) {
      if (column.position === position || column.role !== edit.role) continue;
      edits[column.position] = { ...edits[column.position], ...stepDown(column) };
    }
  }
  return { ...draft, edits };
}

const OVERRIDE_OF = {
  encoding: 'encoding',
  dateOrder: 'dateOrder',
  decimal: 'decimal',
  header: 'headerRow',
} as const;

/** Questions of the detection that the analyst has not answered yet. */
export function openQuestions(draft: FileDraft, inspection: Inspection): readonly Question[] {
  return inspection.asks.filter((ask) => !(OVERRIDE_OF[ask] in draft.overrides));
}

/** What is missing before a table of this kind can be imported. Only `numbered` customers need no key. */
export function lacksOf(
  kind: TableKind,
  columns: readonly ColumnMapping[],
  numbered = false,
): readonly Lack[] {
  if (kind === 'other') return [];
  const has = (role: FieldRole): boolean => columns.some((column) => column.role === role);
  const lacks: Lack[] = [];
  if (!has('customerKey') && !(kind === 'customers' && numbered)) lacks.push('key');
  if (kind !== 'transactions') return lacks;
  if (!has('date')) lacks.push('date');
  if (!has('amount') && !(has('quantity') && has('unitPrice'))) lacks.push('amount');
  return lacks;
}

/** A name for the source: the file's without its extension, and the sheet where there are several. */
export function sourceNameOf(draft: FileDraft, inspection: Inspection): string {
  const stem = fileStem(draft.file.name);
  const sheet = inspection.settings.sheet;
  const { startLine } = draft.overrides;
  const part = inspection.sheets.length > 1 ? sheet : startLine && `${startLine}`;
  return (part ? `${stem}, ${part}` : stem).slice(0, 200);
}

/** True while a file that the project holds already is not meant to be imported again. */
export function isAlreadyIn({ again }: FileDraft, { known }: Inspection): boolean {
  return known?.match === 'file' && !again;
}

/** Questions that are answered before the import, be it column by column. */
const ANSWERED: ReadonlySet<IssueCode> = new Set(['DATE-AMBIGUOUS', 'DECIMAL-AMBIGUOUS']);

/** Everything that the import job needs. */
export function importInputOf(draft: FileDraft, inspection: Inspection, remember = false): ImportInput {
  const { known } = inspection;
  const noticed = inspection.issues.filter(({ code }) => !ANSWERED.has(code));
  const into = known?.match === 'shape' && draft.known === 'into' ? { into: known.sourceId } : {};
  return {
    file: draft.file.handle,
    name: sourceNameOf(draft, inspection),
    kind: draft.kind ?? inspection.kind,
    settings: inspection.settings,
    columns: [...mappingOf(inspection.columns, draft.edits)],
    ...into,
    ...(draft.again ? { again: true } : {}),
    ...(draft.asOf === null ? {} : { asOf: draft.asOf }),
    ...(remember ? { remember: true } : {}),
    ...(noticed.length > 0 ? { noticed } : {}),
  };
}
