// Everything that is proposed for the columns of a table, from their headers and the sampled records.
import type { ColumnMapping, TableKind } from '../../../../shared/model/source.ts';
import type { ColumnProposal } from '../../../../shared/model/inspection.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import type { RawRecord } from '../rawRecord.ts';
import { missingRule } from '../values/missing.ts';
import { barsOfValues } from './bars.ts';
import { type Conventions, findConventions, type FixedConventions } from './conventions.ts';
import type { HeaderNames } from './headerNames.ts';
import { type ColumnProfile, profileColumn } from './profile.ts';
import { proposeRole } from './proposeRole.ts';
import { proposeType } from './proposeType.ts';
import { guessKind, scalesOf, settleRoles } from './settleRoles.ts';

export interface ProposedTable {
  readonly columns: readonly ColumnProposal[];
  readonly kind: TableKind;
  readonly conventions: Conventions;
  readonly asks: readonly ('dateOrder' | 'decimal')[];
  readonly issues: readonly Issue[];
}

const EXAMPLES = 5;
const EXAMPLE_CHARACTERS = 80;

function proposeOne(
  position: number,
  names: HeaderNames,
  settled: ReturnType<typeof settleRoles>[number],
  conventions: Conventions,
): ColumnProposal {
  const { profile, proposal } = settled;
  const own = conventions.columns[position];
  const style = own?.style.style ?? conventions.style;
  const reading = { ...style, dateOrder: own?.dates?.order ?? conventions.dateOrder };
  return {
    position,
    header: names.headers[position] ?? '',
    name: names.names[position] ?? '',
    type: proposal.type,
    role: proposal.role,
    criterion: proposal.criterion,
    confidence: Math.round(proposal.confidence * 100) / 100,
    reasons: proposal.reasons,
    pii: proposal.pii,
    ...reading,
    sampled: profile.sampled,
    missing: profile.sampled - profile.filled,
    distinct: profile.distinct.size,
    examples: [...profile.distinct.keys()]
      .slice(0, EXAMPLES)
      .map((text) => text.slice(0, EXAMPLE_CHARACTERS)),
    bars: barsOfValues(profile, proposal.type, reading),
  };
}

/** What was chosen before for files of this shape replaces the proposal. */
function remember(column: ColumnProposal, mapping: readonly ColumnMapping[] | undefined): ColumnProposal {
  const chosen = mapping?.find((entry) => entry.position === column.position);
  if (chosen === undefined) return column;
  const { name, type, role, criterion, decimal, thousands, dateOrder } = chosen;
  const reasons: ColumnProposal['reasons'] = [{ code: 'remembered' }];
  return { ...column, name, type, role, criterion, decimal, thousands, dateOrder, confidence: 1, reasons };
}

function columnIssues(
  columns: readonly ColumnProposal[],
  profiles: readonly ColumnProfile[],
  conventions: Conventions,
): readonly Issue[] {
  return columns.flatMap((column, i): readonly Issue[] => {
    const profile = profiles[i];
    const own = conventions.columns[i];
    if (profile === undefined || own === undefined) return [];
    const base = { column: column.name };
    const issues: Issue[] = [];
    const isNumber = column.type === 'number' || column.type === 'money';
    if (isNumber && own.style.ask !== undefined) {
      issues.push({ ...base, code: 'DECIMAL-AMBIGUOUS', severity: 'check', args: { ...own.style.ask } });
    }
    if (column.type === 'date' && own.dates !== undefined) {
      const args = {
        dayFirst: profile.dayFirst + profile.eitherOrder,
        monthFirst: profile.monthFirst + profile.eitherOrder,
      };
      if (own.dates.ask) issues.push({ ...base, code: 'DATE-AMBIGUOUS', severity: 'check', args });
      else if (own.dates.sure) {
        const count = own.dates.order === 'dmy' ? profile.dayFirst : profile.monthFirst;
        issues.push({
          ...base,
          code: 'DATE-SURE',
          severity: 'note',
          args: { order: own.dates.order, count },
          count,
        });
      }
    }
    if (profile.leadingZeros > 0 && column.type !== 'date' && !isNumber) {
      issues.push({
        ...base,
        code: 'LEADING-ZEROS',
        severity: 'note',
        args: { count: profile.leadingZeros },
        count: profile.leadingZeros,
      });
    }
    const isKey = column.role === 'customerKey';
    const repeats = profile.filled - profile.distinct.size;
    if (isKey && repeats > 0 && repeats < profile.filled * 0.1 && profile.sampled > 10) {
      issues.push({
        ...base,
        code: 'KEY-DUPLICATE',
        severity: 'check',
        args: { count: repeats },
        count: repeats,
      });
    }
    return issues;
  });
}

/** Proposes type, role and criterion of every column, and the kind of the table. `rows` are sampled data records. */
export function proposeColumns(
  names: HeaderNames,
  rows: readonly RawRecord[],
  fixed: FixedConventions,
  mapping: readonly ColumnMapping[] | undefined,
): ProposedTable {
  const { isMissingValue } = missingRule(fixed.nullWords);
  const profiles = names.names.map((_name, position) =>
    profileColumn(
      rows.map((row) => row.cells[position] ?? ''),
      isMissingValue,
    ),
  );
  const conventions = findConventions(profiles, fixed);
  const candidates = profiles.map((profile, position) => {
    const header = names.headers[position] ?? '';
    const own = conventions.columns[position];
    const style = own?.style ?? { style: conventions.style, ask: undefined };
    const proposed = proposeType(profile, style, own?.dates?.order ?? conventions.dateOrder);
    return { header, profile, proposal: proposeRole(names.names[position] ?? header, profile, proposed) };
  });
  const weighed = settleRoles(candidates);
  const kind = guessKind(weighed);
  const settled = kind === 'survey' ? scalesOf(weighed) : weighed;
  const columns = settled.map((entry, position) =>
    remember(proposeOne(position, names, entry, conventions), mapping),
  );
  const asks = new Set<'dateOrder' | 'decimal'>();
  const issues = columnIssues(columns, profiles, conventions);
  for (const issue of issues) {
    if (issue.code === 'DATE-AMBIGUOUS') asks.add('dateOrder');
    if (issue.code === 'DECIMAL-AMBIGUOUS') asks.add('decimal');
  }
  return { columns, kind, conventions, asks: [...asks], issues };
}
