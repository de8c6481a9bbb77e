// One line per comparison: ours against the peer's, wall-clock and processor time, and whether the answers agree.
import { median } from './clouds.ts';
import type { PeerAnswer } from './clusterPeer.ts';

export interface Timed<T> {
  readonly ms: number;
  /** User and system time of all threads of this process. */
  readonly cpu: number;
  readonly answer: T;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
  const used = process.cpuUsage();
  const begun = performance.now();
  const answer = await work();
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  return { ms, cpu: (user + system) / 1000, answer };
}

/** Runs both in turn, so that a busy moment of the machine hits both, and prints the ratio of the medians. */
export async function compare<T>(
  name: string,
  rounds: number,
  ours: () => Promise<T> | T,
  peer: () => PeerAnswer | null,
  agree: (answer: T, peer: PeerAnswer) => string,
): Promise<void> {
  const mine: Timed<T>[] = [];
  const theirs: PeerAnswer[] = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(await timed(ours));
    const answer = peer();
    if (answer !== null) theirs.push(answer);
  }
  const ms = median(mine.map((one) => one.ms));
  const last = theirs.at(-1);
  if (last === undefined)
    return console.log(`${name}: ${ms.toFixed(0)} ms; no python3 with scikit-learn to compare with`);
  const peerMs = median(theirs.map((one) => one.ms));
  const cpu = median(mine.map((one) => one.cpu)) / median(theirs.map((one) => one.cpu));
  console.log(
    `${name}: ${ms.toFixed(0)} ms / scikit-learn ${peerMs.toFixed(0)} ms = ${(ms / peerMs).toFixed(3)} ` +
      `(processor time ${cpu.toFixed(3)}; ${rounds === 1 ? 'one run' : `median of ${rounds}`}), ` +
      agree(mine.at(-1)!.answer, last),
  );
}
