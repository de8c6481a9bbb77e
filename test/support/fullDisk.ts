// A project on a drive that fills up: what is said, what is there, and whether work goes on once there is room again.
// Runs by itself on a small drive; its findings go to stdout as JSON.
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/index.ts';
import { customersCsv } from './engineData.ts';
import { importInput, NOW, refusalOf, RESOURCES, SEED, watchJobs } from './engine.ts';

const [, , drive = '', elsewhere = ''] = process.argv;
const dataDir = join(elsewhere, 'data');
mkdirSync(dataDir, { recursive: true });
const options = { dataDir, resourcesDir: RESOURCES, threads: 1, clock: () => NOW, seed: SEED };
const engine = await createEngine(options);
const { client } = engine;
const watch = await watchJobs(client);
const path = join(drive, 'Shop.clientela');
const ballast = join(drive, 'ballast');
const MEBIBYTE = 1_048_576;

/** Until not another byte fits. */
function fill(): void {
  for (let size = MEBIBYTE; size >= 1; size >>= 1) {
    try {
      for (;;) appendFileSync(ballast, Buffer.alloc(size, 1));
    } catch {
      // smaller pieces may still fit
    }
  }
}

const file = async (name: string, text: string): Promise<string> => {
  writeFileSync(join(elsewhere, name), text);
  return (await engine.registerFile(join(elsewhere, name))).handle;
};

const { handle: target } = await engine.registerTarget(path);
await client.project.create({ target, name: 'Shop', locale: 'en', currency: 'EUR' });
const customers = await file('customers.csv', customersCsv());
await watch.ended((await client.sources.import(await importInput(client, customers, 'customers'))).jobId);
await client.project.rename({ name: 'Saved' });

// What is free is enough by the rule of thumb that an import is held against before it begins, and not for all it writes.
writeFileSync(ballast, Buffer.alloc(8 * MEBIBYTE, 1));
const rows = Array.from({ length: 380_000 }, (_, at) => `${at},2025-01-01,K${at % 80},${at % 99}`);
const long = await file('long.csv', `Order,Date,Customer,Amount\n${rows.join('\n')}\n`);
const { jobId } = await client.sources.import(await importInput(client, long, 'long'));
await watch.until(jobId, (job) => job.progress.phase === 'storing');
const imported = await watch.ended(jobId);
fill();
const rename = await refusalOf(client.project.rename({ name: 'x'.repeat(200) }));
const during = await client.project.current();
rmSync(ballast);
await client.project.rename({ name: 'Goes on' });
await engine.close();

const again = await createEngine(options);
await again.openProject(path);
const after = await again.client.project.current();
process.stdout.write(
  JSON.stringify({
    imported: [imported.state, imported.error],
    rename,
    during: during && [during.name, during.sources, during.customers],
    after: after && [after.name, after.sources, after.customers],
    history: (await again.client.history.list()).map((entry) => entry.label),
  }),
);
await again.close();
