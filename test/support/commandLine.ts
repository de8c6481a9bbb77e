// The command line as a child process, unbuilt, in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../electron/hosts/cli/main.ts', import.meta.url));
/** Starting takes half the time when Node finds the modules compiled. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/clientela-cli', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Desk {
  /** Every command runs here, so that files are named without their folder. */
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  /** The one JSON document of a command that must succeed without a word on stderr. */
  readonly json: (...args: readonly string[]) => Promise<unknown>;
  /** Starts a command and stops listening to its output at once. */
  readonly runUnheard: (...args: readonly string[]) => Promise<Outcome>;
  /** Runs a command whose input stays open and silent, as a terminal's does. */
  readonly runBesideTerminal: (...args: readonly string[]) => Promise<Outcome>;
  /** Starts a command and asks it to stop as soon as a file of that name appears. */
  readonly runUntil: (appears: string, ...args: readonly string[]) => Promise<Outcome>;
  readonly write: (name: string, content: string | Uint8Array) => void;
  /** Names in the folder, sorted. */
  readonly names: () => readonly string[];
  /** What commands left in the system's folder for temporary files. */
  readonly leftovers: () => readonly string[];
  readonly remove: () => void;
}

/** Fixed clock, English messages, own temporary folder. */
function environment(temporary: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LC_ALL: 'en',
    TMPDIR: temporary,
    TEMP: temporary,
    NODE_COMPILE_CACHE: COMPILED,
    CLIENTELA_NOW: '2026-03-01T12:00:00.000Z',
  };
}

export function openDesk(): Desk {
  const root = mkdtempSync(join(tmpdir(), 'clientela-cli-'));
  const folder = join(root, 'desk');
  const temporary = join(root, 'tmp');
  for (const path of [folder, temporary]) mkdirSync(path);
  const start = (
    args: readonly string[],
    heard: boolean,
    appears?: string,
    openInput = false,
  ): Promise<Outcome> =>
    new Promise((done, failed) => {
      const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: environment(temporary) });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      if (!heard) child.stdout.destroy();
      if (!openInput) child.stdin.end();
      const watcher = watch(folder, (_, name) => name === appears && !child.killed && child.kill('SIGTERM'));
      child.on('error', failed);
      child.on('close', (status) => {
        watcher.close();
        child.stdin.destroy();
        done({ status, stdout, stderr });
      });
    });
  const run = (...args: readonly string[]) => start(args, true);
  return {
    folder,
    run,
    json: async (...args) => {
      const { status, stdout, stderr } = await run(...args);
      if (status !== 0 || stderr !== '') throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
      return JSON.parse(stdout);
    },
    runUnheard: (...args) => start(args, false),
    runBesideTerminal: (...args) => start(args, true, undefined, true),
    runUntil: (appears, ...args) => start(args, true, appears),
    write: (name, content) => writeFileSync(join(folder, name), content),
    names: () => readdirSync(folder).sort(),
    leftovers: () => readdirSync(temporary),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** 60 customers in three habits: many small orders, a few large ones, one long ago. Every number is even or whole. */
export function ordersCsv(): string {
  const lines = ['customer_id,order_id,order_date,amount,city'];
  const habits = [
    { orders: 9, amount: 20, gapDays: 12 },
    { orders: 4, amount: 300, gapDays: 30 },
    { orders: 1, amount: 55, gapDays: 0 },
  ] as const;
  const ends = [Date.UTC(2025, 11, 20), Date.UTC(2025, 10, 25), Date.UTC(2025, 2, 10)];
  for (let who = 0; who < 60; who++) {
    const habit = habits[who % 3] ?? habits[0];
    const last = (ends[who % 3] ?? 0) - (who % 5) * 86_400_000;
    for (let at = 0; at < habit.orders; at++) {
      const day = new Date(last - at * habit.gapDays * 86_400_000).toISOString().slice(0, 10);
      const city = who % 2 === 0 ? 'Lisbon' : 'Porto';
      lines.push(
        `C${String(who).padStart(3, '0')},O${who}-${at},${day},${habit.amount + (who % 4)}.50,${city}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Eight customers in two squares: the scores of k = 2 can be worked out by hand. */
export const SQUARES_CSV = `customer_id,visits,spend
a,0,0
b,0,2
c,2,0
d,2,2
e,10,10
f,10,12
g,12,10
h,12,12
`;
