// Is it current: the newest line, how old the profiles are, months without a line, a last month that breaks off.
import type { Finding, ProfileAges, QualityLimits } from '../../../../shared/model/quality.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { brokenOffDay, emptyMonths, freshness, monthlyCounts } from '../../analysis/quality/timeline.ts';
import type { Freshness } from '../../analysis/quality/timeline.ts';
import { about, dayOf, isBirthDate } from './table.ts';
import type { CheckedTable } from './table.ts';

const DAY_MS = 86_400_000;
const FRESH_DAYS = 31;
const RECENT_DAYS = 92;
const MONTH_DAYS = 30.44;

function newestDate(table: CheckedTable, field: Field, newestMs: number, limits: QualityLimits): Finding {
  const days = Math.max(0, Math.floor((Date.parse(table.source.importedAt) - newestMs) / DAY_MS));
  const severity =
    days <= FRESH_DAYS
      ? 'passed'
      : days <= RECENT_DAYS
        ? 'know'
        : days <= limits.staleMonths * MONTH_DAYS
          ? 'should'
          : 'must';
  return about(table, field, 'newestDate', 'current', severity, {
    args: { date: dayOf(newestMs), days, months: Math.floor(days / MONTH_DAYS) },
    touches: { count: table.rows, of: table.rows, unit: 'lines' },
  });
}

/** Time line of a table of transactions. */
export function checkTimeline(table: CheckedTable, limits: QualityLimits): Finding[] {
  const field = table.source.fields.find(({ role, type }) => role === 'date' && type === 'date');
  const dates = field && table.columns.values(field);
  if (!field || !dates || table.source.kind !== 'transactions') return [];
  const importedMs = Date.parse(table.source.importedAt);
  const past = dates.map((when) => (when <= importedMs ? when : NaN));
  const newestMs = past.reduce((newest, when) => (when > newest ? when : newest), -Infinity);
  if (newestMs === -Infinity) return [];
  const months = monthlyCounts(past);
  const empty = emptyMonths(months);
  const broken = brokenOffDay(past);
  return [
    newestDate(table, field, newestMs, limits),
    about(table, field, 'emptyMonths', 'current', empty.length > 0 ? 'should' : 'passed', {
      args: { count: empty.length, of: months.length, date: `${empty[0] ?? months[0]?.month}-01` },
      examples: empty.map((word) => ({ word, count: 0 })),
    }),
    about(table, field, 'brokenMonth', 'current', broken ? 'know' : 'passed', {
      args: { date: dayOf(broken?.lastMs ?? newestMs), day: broken?.day ?? 0 },
    }),
  ];
}

const CONFIRMED =
  /updat|confirm|modif|verif|atualiz|actualitz|actualiz|обновл|измен|подтвер|last seen|last visit/iu;

interface Profiles {
  readonly table: CheckedTable;
  readonly field: Field;
  readonly basis: ProfileAges['basis'];
  readonly dates: Float64Array;
  readonly atMs: number;
}

/** When the profile was last confirmed: by the column that the analyst chose, else by one whose header says so. */
function confirmed(tables: readonly CheckedTable[], chosen: QualityLimits['confirmed']): Profiles | null {
  if (chosen === 'lastOrder') return null;
  const says = ({ source }: CheckedTable, field: Field): boolean =>
    chosen === 'proposed'
      ? source.kind === 'customers' && CONFIRMED.test(field.header)
      : source.id === chosen.sourceId && field.position === chosen.position;
  for (const table of tables) {
    const field = table.source.fields.find(
      (one) => one.type === 'date' && !isBirthDate(one) && one.role !== 'ignore' && says(table, one),
    );
    const dates = field && table.columns.values(field);
    if (field && dates)
      return { table, field, basis: 'confirmed', dates, atMs: Date.parse(table.source.importedAt) };
  }
  return null;
}

/** Else each customer's last order, seen from the newest line: how old the whole file is, is another finding. */
function lastOrders(tables: readonly CheckedTable[]): Profiles | null {
  for (const table of tables.filter(({ source }) => source.kind === 'transactions')) {
    const field = table.source.fields.find(({ role, type }) => role === 'date' && type === 'date');
    const dates = field && table.columns.values(field);
    const key = table.columns.codes(table.source.fields.find(({ role }) => role === 'customerKey'));
    if (!field || !dates || !key) continue;
    const importedMs = Date.parse(table.source.importedAt);
    const last = new Float64Array(key.words.length).fill(NaN);
    let atMs = -Infinity;
    for (const [row, code] of key.codes.entries()) {
      const when = dates[row] ?? NaN;
      if (code < 0 || !(when <= importedMs)) continue;
      if (!(when <= (last[code] ?? NaN))) last[code] = when;
      if (when > atMs) atMs = when;
    }
    return { table, field, basis: 'lastOrder', dates: last, atMs };
  }
  return null;
}

const MANY_OLD = 0.25;

function staleFinding({ table, field, basis }: Profiles, fresh: Freshness, limits: QualityLimits): Finding {
  const share = fresh.older / fresh.known;
  const severity = fresh.older === 0 ? 'passed' : share > MANY_OLD ? 'should' : 'know';
  return about(table, field, 'staleProfiles', 'current', severity, {
    args: { basis, months: limits.staleMonths, median: fresh.medianMonths, share },
    touches: { count: fresh.older, of: fresh.known, unit: 'customers' },
  });
}

/** How old the profiles are; null when no date tells. */
export function checkProfiles(
  tables: readonly CheckedTable[],
  limits: QualityLimits,
): { readonly ages: ProfileAges; readonly finding: Finding } | null {
  const profiles = confirmed(tables, limits.confirmed) ?? lastOrders(tables);
  const fresh = profiles && freshness(profiles.dates, profiles.atMs, limits.staleMonths);
  if (!profiles || !fresh) return null;
  const { table, field, basis } = profiles;
  const { known, medianMonths, older, bins } = fresh;
  const ages = {
    source: table.source.name,
    column: field.name,
    basis,
    known,
    medianMonths,
    older,
    bins: [...bins],
  };
  return { ages, finding: staleFinding(profiles, fresh, limits) };
}
