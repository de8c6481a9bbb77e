// Opens a project as a user who may only read it and reports what can be done with it. All code is loaded first,
// because that user may not be able to reach it.
import { join } from 'node:path';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { createEngine } from '../../electron/engine/index.ts';
import { NOW, refusalOf, SEED } from './engine.ts';

const { READ_PROJECT = '', READ_DATA = '', READ_RESOURCES = '', READ_AS = '' } = process.env;
const engine = await createEngine({
  dataDir: READ_DATA,
  resourcesDir: READ_RESOURCES,
  threads: 1,
  clock: () => NOW,
  seed: SEED,
});
openReadOnly(READ_PROJECT).close();
if (READ_AS !== '') {
  process.setgid?.(Number(READ_AS));
  process.setuid?.(Number(READ_AS));
}
await engine.openProject(READ_PROJECT);
const { client } = engine;

/** The way out: a copy where this user may write, which is open then. */
async function saveCopy(): Promise<unknown> {
  const { handle: target } = await engine.registerTarget(join(READ_DATA, 'Copy.clientela'));
  await client.project.saveCopy({ target });
  const copy = await client.project.current();
  return copy && [copy.fileName, copy.readOnly, copy.customers];
}

process.send?.({
  readOnly: (await client.project.current())?.readOnly,
  sources: (await client.sources.list()).map((source) => source.records.loaded),
  features: (await client.features.get())?.customers,
  command: await refusalOf(client.sources.rename({ sourceId: 1, name: 'x' })),
  undo: await refusalOf(client.history.undo()),
  job: await refusalOf(client.features.compute({})),
  copy: await saveCopy(),
});
await engine.close();
process.disconnect();
