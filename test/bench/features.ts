// RFM and the derived features of transactions against a database: our typed columns as the import stores them, read
// from the project file and gone over once, against one GROUP BY over the same columns with two threads.
// `CLIENTELA_DUCKDB=FOLDER npm run bench -- features [ROWS]`; FOLDER is where `@duckdb/node-api` is installed (it is no
// part of the project); without it SQLite answers.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createHabitTally } from '../../electron/engine/analysis/features/habits.ts';
import { createRfmTally } from '../../electron/engine/analysis/rfm.ts';
import type { TransactionColumns } from '../../electron/engine/analysis/rfm.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { type ColumnType, openColumn, writeParts } from '../../electron/engine/db/columns.ts';
import { createProjectFile } from '../../electron/engine/db/file.ts';
import { openWritable } from '../../electron/engine/db/open.ts';
import { median } from './clouds.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const CUSTOMERS = Math.round(ROWS / 10);
const ORDERS = Math.round(ROWS / 3);
const ROUNDS = 5;
const BLOCK = 65_536;
const DAY_MS = 86_400_000;
const FIRST_DAY = Math.floor(Date.UTC(2022, 0, 1) / DAY_MS);
const LAST_DAY = FIRST_DAY + 1095;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** Three rows to an order, in the order of time; one row in forty is a return. */
function transactions(): TransactionColumns & { readonly order: Int32Array } {
  const random = new Random(11);
  const customer = new Int32Array(ROWS);
  const order = new Int32Array(ROWS);
  const epochMs = new Float64Array(ROWS);
  const amount = new Float64Array(ROWS);
  let who = 0;
  for (let row = 0; row < ROWS; row++) {
    const number = Math.floor((row * ORDERS) / ROWS);
    if (row === 0 || number !== order[row - 1]) who = Math.floor(CUSTOMERS * random.next() ** 1.5);
    customer[row] = who;
    order[row] = number;
    epochMs[row] = (FIRST_DAY + Math.floor((row / ROWS) * 1095)) * DAY_MS;
    amount[row] = random.integer(40) === 0 ? -5 : 1 + random.integer(20_000) / 100;
  }
  return { customer, order, epochMs, amount };
}

const COLUMNS = ['customer', 'order', 'epochMs', 'amount'] as const;

/** A project with the columns as an import stores them, read as computing features reads them. */
function storedColumns(path: string, columns: ReturnType<typeof transactions>) {
  createProjectFile(path);
  const db = openWritable(path);
  for (const name of COLUMNS)
    for (const _ of writeParts(db, (body) => db.transaction(body), 1, name, columns[name]));
  return {
    *blocks(): Generator<TransactionColumns> {
      const open = <T extends ColumnType>(name: string, type: T) => openColumn(db, 1, name, type);
      const [customer, order] = [open('customer', 'int32'), open('order', 'int32')];
      const [epochMs, amount] = [open('epochMs', 'float64'), open('amount', 'float64')];
      for (let from = 0; from < ROWS; from += BLOCK) {
        const rows = Math.min(BLOCK, ROWS - from);
        yield { customer: customer(rows), order: order(rows), epochMs: epochMs(rows), amount: amount(rows) };
      }
    },
    close: () => db.close(),
  };
}

/** The sum of a column's known values, to compare both sides by. */
const sumOf = (values: Float64Array): number =>
  values.reduce((sum, value) => (Number.isFinite(value) ? sum + value : sum), 0);

function ours(blocks: Iterable<TransactionColumns>, habits: boolean): Float64Array[] {
  const rfm = createRfmTally({ customers: CUSTOMERS, analysisMs: LAST_DAY * DAY_MS, orders: ORDERS });
  const tally = habits ? createHabitTally({ customers: CUSTOMERS, lastDay: LAST_DAY }) : null;
  for (const rows of blocks) {
    rfm.add(rows);
    tally?.add(rows);
  }
  const { recencyDays, frequency, monetary, tenureDays, averageBasket, returnsRate, interPurchaseDays } =
    rfm.finish();
  const found = tally?.finish();
  return [
    recencyDays,
    frequency,
    monetary,
    tenureDays,
    averageBasket,
    returnsRate,
    interPurchaseDays,
    ...(found ? [found.weekendShare, ...found.weekdays, ...found.quarters, found.recentChange] : []),
  ];
}

/** The same features in SQL; every function in it is known to both databases. */
function query(habits: boolean): string {
  const sums = habits
    ? `, ${WEEKDAYS.map((at) => `sum(CASE WHEN amount > 0 AND (day + 3) % 7 = ${at} THEN amount ELSE 0 END) AS w${at}`).join(', ')}
       , sum(CASE WHEN amount > 0 AND quarter = 0 THEN amount ELSE 0 END) AS q1
       , sum(CASE WHEN amount > 0 AND quarter = 1 THEN amount ELSE 0 END) AS q2
       , sum(CASE WHEN amount > 0 AND quarter = 2 THEN amount ELSE 0 END) AS q3
       , sum(CASE WHEN amount > 0 AND quarter = 3 THEN amount ELSE 0 END) AS q4
       , sum(CASE WHEN amount > 0 AND ${LAST_DAY} - day < 182 THEN amount ELSE 0 END) AS recent
       , sum(CASE WHEN amount > 0 AND ${LAST_DAY} - day BETWEEN 182 AND 363 THEN amount ELSE 0 END) AS earlier
       , sum(CASE WHEN amount > 0 THEN amount * (${LAST_DAY} - day) ELSE 0 END) AS moment
       , sum(CASE WHEN amount > 0 THEN amount * sin((day % 365.2425) * 0.0172021) ELSE 0 END) AS sine
       , sum(CASE WHEN amount > 0 THEN amount * cos((day % 365.2425) * 0.0172021) ELSE 0 END) AS cosine`
    : '';
  const shares = habits
    ? `, (w5 + w6) / monetary AS weekendShare, ${WEEKDAYS.map((at) => `w${at} / monetary AS d${at}`).join(', ')}, q1 / monetary AS s1, q2 / monetary AS s2, q3 / monetary AS s3,
       q4 / monetary AS s4,
       CASE WHEN tenure >= 182 AND recent + earlier > 0 THEN (recent - earlier) / (recent + earlier) END AS change,
       moment / monetary AS age, sqrt(sine * sine + cosine * cosine) / monetary AS season`
    : '';
  return `CREATE TABLE features AS SELECT customer, recency, frequency, monetary, tenure,
      monetary / frequency AS basket, returnsRate,
      CASE WHEN frequency > 1 THEN (tenure - recency) * 1.0 / (frequency - 1) END AS gap ${shares}
    FROM (SELECT customer
       , ${LAST_DAY} - max(CASE WHEN amount > 0 THEN day END) AS recency
       , ${LAST_DAY} - min(CASE WHEN amount > 0 THEN day END) AS tenure
       , count(DISTINCT CASE WHEN amount > 0 THEN number END) AS frequency
       , sum(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS monetary
       , avg(CASE WHEN amount < 0 THEN 1.0 ELSE 0.0 END) AS returnsRate ${sums}
      FROM orders GROUP BY customer) AS totals`;
}

const SUMS = (habits: boolean): string =>
  `SELECT sum(recency) AS a, sum(frequency) AS b, sum(monetary) AS c, sum(tenure) AS d, sum(basket) AS e, sum(returnsRate) AS f,
   sum(gap) AS g ${habits ? `, sum(weekendShare) AS h, ${WEEKDAYS.map((at) => `sum(d${at}) AS d${at}`).join(', ')}, sum(s1) AS i, sum(s2) AS j, sum(s3) AS k, sum(s4) AS l, sum(change) AS m` : ''} FROM features`;

interface Peer {
  readonly name: string;
  readonly run: (text: string) => Promise<void>;
  readonly sums: (text: string) => Promise<readonly number[]>;
}

const quarterOf = (day: number): number => Math.floor(new Date(day * DAY_MS).getUTCMonth() / 3);

/** What the bench needs of the other database's interface. */
interface DuckAppender {
  appendInteger(value: number): void;
  appendDouble(value: number): void;
  endRow(): void;
  closeSync(): void;
}
interface DuckConnection {
  run(text: string): Promise<unknown>;
  createAppender(table: string): Promise<DuckAppender>;
  runAndReadAll(text: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
}
interface DuckModule {
  readonly DuckDBInstance: {
    create(path: string, options: object): Promise<{ connect(): Promise<DuckConnection> }>;
  };
}

async function duckdb(folder: string, columns: ReturnType<typeof transactions>): Promise<Peer> {
  const load = createRequire(join(folder, 'package.json'));
  const { DuckDBInstance } = load('@duckdb/node-api') as DuckModule;
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await connection.run(
    'CREATE TABLE orders (customer INTEGER, number INTEGER, day INTEGER, quarter INTEGER, amount DOUBLE)',
  );
  const appender = await connection.createAppender('orders');
  for (let row = 0; row < ROWS; row++) {
    const day = columns.epochMs[row]! / DAY_MS;
    appender.appendInteger(columns.customer[row]!);
    appender.appendInteger(columns.order[row]!);
    appender.appendInteger(day);
    appender.appendInteger(quarterOf(day));
    appender.appendDouble(columns.amount[row]!);
    appender.endRow();
  }
  appender.closeSync();
  return {
    name: 'DuckDB, 2 threads',
    run: async (text) => void (await connection.run(text)),
    sums: async (text) => ((await connection.runAndReadAll(text)).getRows()[0] ?? []).map(Number),
  };
}

function sqlite(columns: ReturnType<typeof transactions>): Peer {
  const db = new Database(':memory:');
  db.exec(
    'CREATE TABLE orders (customer INTEGER, number INTEGER, day INTEGER, quarter INTEGER, amount REAL)',
  );
  const insert = db.prepare('INSERT INTO orders VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (let row = 0; row < ROWS; row++) {
      const day = columns.epochMs[row]! / DAY_MS;
      insert.run(columns.customer[row], columns.order[row], day, quarterOf(day), columns.amount[row]);
    }
  })();
  return {
    name: 'SQLite',
    run: (text) => Promise.resolve(void db.exec(text)),
    sums: (text) => Promise.resolve(db.prepare(text).raw().get() as number[]),
  };
}

async function measured(run: () => unknown): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

const columns = transactions();
const folder = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
const stored = storedColumns(join(folder, 'columns.clientela'), columns);
const duckFolder = process.env['CLIENTELA_DUCKDB'];
const peer = duckFolder === undefined ? sqlite(columns) : await duckdb(duckFolder, columns);
for (const habits of [false, true]) {
  const [own, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await measured(() => ours(stored.blocks(), habits)));
    await peer.run('DROP TABLE IF EXISTS features');
    other.push(await measured(() => peer.run(query(habits))));
  }
  const theirs = await peer.sums(SUMS(habits));
  const sums = ours(stored.blocks(), habits).map(sumOf);
  const differs = sums.findIndex(
    (sum, at) => Math.abs(sum - (theirs[at] ?? NaN)) > 1e-6 * Math.abs(sum) + 1e-6,
  );
  const what = habits ? 'RFM and habits over time' : 'RFM';
  const verdict = differs < 0 ? 'sums equal' : `sum ${differs} DIFFERS`;
  console.log(
    `${what} of ${ROWS} rows, ${CUSTOMERS} customers: ${(median(own) / median(other)).toFixed(2)} of ${peer.name} (${verdict}; ${median(own).toFixed(0)} and ${median(other).toFixed(0)} ms here)`,
  );
}
stored.close();
rmSync(folder, { recursive: true });
