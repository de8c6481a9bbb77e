// One import in a process of its own, so that its time and memory can be measured: FILE [rename|cancel]. Prints one JSON
// line. `rename`: a command every 20 ms while it runs. `cancel`: stopped half way, and timed until it has ended.
import { basename } from 'node:path';
import { importInput, startEngine } from '../support/engine.ts';

const [file = '', mode = ''] = process.argv.slice(2);
const RENAME_EVERY_MS = 20;
const CANCEL_AT = 0.4;

const one = await startEngine({ threads: 2, clock: () => new Date() });
const { client, watch } = one;
await one.project();
await one.add('warm.csv', 'Customer,City\nA,Vic\nB,Olot\n'); // loads the code of the job thread
const { handle } = await one.engine.registerFile(file);
const input = await importInput(client, handle, basename(file));
const restingMb = process.memoryUsage.rss() / 2 ** 20;
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const cpuBefore = cpuMs();
const began = performance.now();
const { jobId } = await client.sources.import(input);

const renamesMs: number[] = [];
let running = true;
async function rename(): Promise<void> {
  for (let n = 0; running; n++) {
    const asked = performance.now();
    await client.project.rename({ name: `Shop ${n}` });
    renamesMs.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, RENAME_EVERY_MS));
  }
}
async function cancel(): Promise<number> {
  await watch.until(jobId, (job) => job.progress.share >= CANCEL_AT || job.state !== 'running');
  const asked = performance.now();
  await client.jobs.cancel({ jobId });
  const { state } = await watch.ended(jobId);
  if (state !== 'cancelled') throw new Error(`the import was ${state} before it could be cancelled`);
  return performance.now() - asked;
}
const renaming = mode === 'rename' ? rename() : Promise.resolve();
const cancelMs = mode === 'cancel' ? await cancel() : null;
// The features of all customers follow in the same job, once the records are in.
await watch.until(jobId, (job) => job.progress.phase === 'joining' || job.state !== 'running');
const storedMs = performance.now() - began;
const storedCpuMs = cpuMs() - cpuBefore;
running = false;
await renaming;
const job = await watch.ended(jobId);
process.stdout.write(
  `${JSON.stringify({
    state: job.state,
    storedMs,
    storedCpuMs,
    totalMs: performance.now() - began,
    restingMb,
    peakMb: process.resourceUsage().maxRSS / 1024,
    renamesMs,
    cancelMs,
  })}\n`,
);
await one.close();
