// Looks into a file as a user who may not read it, and reports what is said. All code is loaded first, because that
// user may not be able to reach it.
import { createEngine } from '../../electron/engine/index.ts';
import { inspectFile } from '../../electron/engine/files/index.ts';
import { NOW, refusalOf, RESOURCES, SEED } from './engine.ts';

const { READ_FILE = '', READ_DATA = '', READ_AS = '' } = process.env;
const engine = await createEngine({
  dataDir: READ_DATA,
  resourcesDir: RESOURCES,
  threads: 1,
  clock: () => NOW,
  seed: SEED,
});
if (READ_AS !== '') {
  process.setgid?.(Number(READ_AS));
  process.setuid?.(Number(READ_AS));
}
const registering = engine.registerFile(READ_FILE);
const registered = await registering.then(
  (file) => file.name,
  () => refusalOf(registering),
);
const inspected = typeof registered === 'string' ? await refusalOf(inspectFile(READ_FILE, {})) : null;
process.send?.({ registered, inspected });
await engine.close();
process.disconnect();
