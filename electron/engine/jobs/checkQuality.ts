// Checks the quality of everything in the project. What was checked for the same data and limits is found again, so
// that undoing a repair brings the former report back at once.
import type { Progress } from '../../../shared/model/job.ts';
import type { Finding } from '../../../shared/model/quality.ts';
import { judge, permit, rank } from '../../../shared/model/qualityRules.ts';
import { pairName, personFields, readDecisions, readDuplicates } from '../db/duplicates.ts';
import { currentFeatures } from '../db/featureTable.ts';
import { qualitySignature, readLimits } from '../db/qualityTable.ts';
import type { StoredReport } from '../db/qualityTable.ts';
import { beginRun, discardRun, finishRun, runBySignature } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import { readSources } from '../db/sources.ts';
import { readPrepared } from '../preparing/prepared.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { findDuplicates } from './findDuplicates.ts';
import { checkProfiles, checkTimeline } from './quality/current.ts';
import { checkJoin, checkKeys, checkRecords } from './quality/keys.ts';
import { checkLedger, checkLines, lineUse } from './quality/lines.ts';
import { checkMissing, checkRejects } from './quality/missing.ts';
import { checkReferences, checkResponse, checkSize } from './quality/representative.ts';
import { checkedTable, overall } from './quality/table.ts';
import type { CheckedTable } from './quality/table.ts';
import { checkValues } from './quality/values.ts';
import { checkColumns, checkContacts, checkSpaces, checkSpelling } from './quality/words.ts';

/** Likely enough to be shown as a finding; less likely pairs are in the list all the same. */
const LIKELY = 0.9;
/** Reports kept, so that a few undone repairs come back at once. */
const KEPT_REPORTS = 12;

function samePersons(context: JobContext, customers: number): Finding[] {
  const pairs = readDuplicates(context.db);
  const comparable = readSources(context.db).some(
    (source) => source.kind === 'customers' && personFields(source).length > 0,
  );
  if (!pairs || !comparable) return [];
  const decided = readDecisions(context.db);
  const open = pairs.filter(
    ({ left, right, score }) => score >= LIKELY && !decided.has(pairName(left.key, right.key)),
  );
  const email = open.filter(({ reasons }) => reasons.includes('email')).length;
  return [
    overall('samePersons', 'accurate', open.length > 0 ? 'should' : 'passed', {
      args: { count: open.length, email },
      touches: { count: open.length, of: customers, unit: 'pairs' },
      fix: pairs.length > 0 ? { kind: 'pairs' } : null,
    }),
  ];
}

/** All checks of one table; yields between columns. */
function* checkTable(table: CheckedTable): Generator<undefined, Finding[]> {
  const findings = [...checkRejects(table), ...checkKeys(table)];
  yield;
  findings.push(...checkMissing(table), ...checkColumns(table));
  for (const field of table.source.fields) {
    yield;
    findings.push(...checkValues(table, field), ...checkSpelling(table, field));
    findings.push(...checkSpaces(table, field), ...checkContacts(table, field));
  }
  findings.push(...(yield* checkRecords(table)));
  return findings;
}

/** A check that passed in several columns of a table is one line: `None in 12 columns`. */
function mergePassed(findings: readonly Finding[]): Finding[] {
  const failed = findings.filter(({ severity }) => severity !== 'passed');
  const passed = findings.filter(({ severity }) => severity === 'passed');
  const groups = Map.groupBy(passed, ({ code, sourceId }) => `${code}:${sourceId ?? ''}`);
  const merged = [...groups.values()].map((group): Finding => {
    const first = group[0] as Finding;
    if (group.length === 1) return first;
    return {
      ...first,
      id: `${first.code}:${first.sourceId}:all`,
      column: '',
      args: { ...first.args, columns: group.length },
    };
  });
  return [...failed, ...merged];
}

async function* gather(context: JobContext): AsyncGenerator<Progress, StoredReport> {
  const { db, now } = context;
  const limits = readLimits(db);
  const tables = readSources(db).flatMap((source) => {
    const prepared = readPrepared(db, source); // never null: features were computed just before
    return prepared ? [checkedTable(db, source, prepared)] : [];
  });
  const summary = currentFeatures(db)?.summary ?? null;
  const customers = summary?.customers ?? 0;
  const all: Finding[] = [];
  for (const [at, table] of tables.entries()) {
    const checking = checkTable(table);
    let step = checking.next();
    for (; !step.done; step = checking.next()) yield within('judging', 0.4, 0.9, at / tables.length);
    all.push(...step.value, ...checkTimeline(table, limits));
  }
  yield within('judging', 0.9, 1, 0);
  const lines = lineUse(tables, summary);
  const profiles = checkProfiles(tables, limits);
  all.push(...checkJoin(tables), ...(lines ? checkLines(lines) : []), ...checkLedger(tables, limits));
  all.push(...(profiles ? [profiles.finding] : []), ...samePersons(context, customers));
  all.push(checkSize(customers), ...checkReferences(db), ...checkResponse(db, tables));
  const findings = mergePassed(all);
  return {
    checkedAt: now.toISOString(),
    limits,
    customers,
    judgements: judge(findings),
    permissions: permit(findings, customers),
    findings: rank(findings),
    ages: profiles?.ages ?? null,
    lines,
  };
}

function discardOldReports({ db, write }: JobContext): void {
  const old = db
    .all(sql.selectFrom('run').select('id').where('kind', '=', 'quality').orderBy('id', 'desc'))
    .slice(KEPT_REPORTS);
  for (const { id } of old) discardRun(db, id, write);
}

/** @returns null: the report is asked for with `quality.report` */
export async function* checkQuality(context: JobContext): AsyncGenerator<Progress, null> {
  const { db, now } = context;
  if (readSources(db).length === 0) return null;
  yield* computeFeatures(context, 0, 0.25);
  yield* findDuplicates(context, 0.25, 0.4);
  const signature = qualitySignature(db);
  if (runBySignature(db, 'quality', signature)) return null;
  const report = yield* gather(context);
  const runId = context.write(() => beginRun(db, 'quality', signature, {}, now.toISOString()));
  context.begun(runId);
  context.write(() => finishRun(db, runId, report));
  context.kept(runId);
  discardOldReports(context);
  context.changed(['run']);
  return null;
}
