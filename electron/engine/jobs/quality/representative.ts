// Does it stand for the people one wants to speak of: enough customers, and whether those who answered a survey differ.
import type { Finding } from '../../../../shared/model/quality.ts';
import { LEAST_CUSTOMERS } from '../../../../shared/model/qualityRules.ts';
import { bandsOf, missingDependence } from '../../analysis/quality/dependence.ts';
import type { Levels } from '../../analysis/quality/dependence.ts';
import { currentFeatures, loadFeatures, readKeys } from '../../db/featureTable.ts';
import type { ReadDb } from '../../db/open.ts';
import { representativenessOf } from '../../profiles/representativeness.ts';
import { about, overall } from './table.ts';
import type { CheckedTable } from './table.ts';

const ENOUGH = 100;

export function checkSize(customers: number): Finding {
  const severity = customers < LEAST_CUSTOMERS ? 'must' : customers < ENOUGH ? 'should' : 'passed';
  return overall('fewCustomers', 'representative', severity, {
    args: { count: customers, fewest: LEAST_CUSTOMERS, enough: ENOUGH },
    touches: severity === 'passed' ? null : { count: customers, of: customers, unit: 'customers' },
  });
}

const NEAR = 0.05;
const APART = 0.1;

/** Half the sum of the gaps, with the weights where statistics are weighted. */
export function checkReferences(db: ReadDb): Finding[] {
  const report = representativenessOf(db);
  if (!report || report.references.length === 0) {
    return [
      overall('reference', 'representative', 'know', { args: { given: 'no' }, fix: { kind: 'reference' } }),
    ];
  }
  const { on, customers } = report;
  return report.references.map(({ id, label, builtIn, distance, distanceAfter, levels, largest }) => {
    const apart = on ? distanceAfter : distance;
    const severity = apart <= NEAR ? 'passed' : apart <= APART ? 'should' : 'must';
    const widest = levels[largest];
    const here = (on ? widest?.weighted : widest?.here) ?? 0;
    const finding = overall('reference', 'representative', severity, {
      args: {
        given: 'yes',
        builtIn: builtIn ? 'yes' : 'no',
        level: widest?.level ?? '',
        hereShare: here,
        thereShare: widest?.reference ?? 0,
        direction: here < (widest?.reference ?? 0) ? 'under' : 'over',
        points: 100 * apart,
      },
      touches: { count: customers, of: customers, unit: 'customers' },
      fix: severity === 'passed' ? null : { kind: 'reference' },
    });
    return { ...finding, id: `reference:${id}`, column: label };
  });
}

const MOST_LEVELS = 20;
const LEAST_V = 0.2;
const MOST_P = 0.01;
const BUILT_IN_KNOWN = ['recency', 'frequency', 'monetary', 'age', 'tenure'];

/** What is known of every customer, in levels; columns of surveys themselves are known of those who answered only. */
function backgrounds(db: ReadDb): Levels[] {
  const run = currentFeatures(db);
  if (!run) return [];
  const { numbers, categories } = loadFeatures(db, run);
  const bands = numbers
    .filter(({ facts }) => BUILT_IN_KNOWN.includes(facts.name) && facts.missing === 0)
    .flatMap(
      ({ facts, values }) =>
        bandsOf(
          facts.name,
          values,
          (from, to) => `${Number(from.toPrecision(3))}–${Number(to.toPrecision(3))}`,
        ) ?? [],
    );
  const words = categories
    .filter(({ levels }) => levels.length <= MOST_LEVELS)
    .map(({ facts, codes, levels }): Levels => ({ name: facts.name, codes, levels, kind: 'category' }));
  return [...bands, ...words];
}

/** For each survey: who answered, against everyone. */
export function checkResponse(db: ReadDb, tables: readonly CheckedTable[]): Finding[] {
  const run = currentFeatures(db);
  const surveys = tables.filter(({ source }) => source.kind === 'survey');
  if (!run || surveys.length === 0) return [];
  const keys = readKeys(db, run.runId);
  const own = new Set(surveys.flatMap(({ source }) => source.fields.map(({ name }) => name)));
  const others = backgrounds(db).filter(({ name }) => !own.has(name));
  return surveys.flatMap((table) => {
    const key = table.columns.codes(table.source.fields.find(({ role }) => role === 'customerKey'));
    if (!key) return [];
    const answered = new Set(key.words);
    const known = Uint8Array.from(keys, (one) => (answered.has(one) ? 1 : 0));
    const count = known.reduce((sum, one) => sum + one, 0);
    const link = missingDependence([{ name: table.source.name, known }], others).get(table.source.name);
    const skewed = link !== undefined && link.v >= LEAST_V && link.p <= MOST_P;
    const severity = skewed ? 'should' : count < keys.length ? 'know' : 'passed';
    const difference = skewed
      ? {
          other: link.other,
          level: link.most.level,
          highShare: link.most.share,
          lowLevel: link.least.level,
          lowShare: link.least.share,
        }
      : {};
    return [
      about(table, null, 'nonResponse', 'representative', severity, {
        args: {
          skewed: skewed ? 'yes' : 'no',
          answered: count,
          of: keys.length,
          share: count / Math.max(1, keys.length),
          ...difference,
        },
        touches: { count: keys.length - count, of: keys.length, unit: 'customers' },
      }),
    ];
  });
}
