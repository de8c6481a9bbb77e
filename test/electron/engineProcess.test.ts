// The host's side of the engine process against a real forked process that is killed for real.

import { afterEach, expect, test } from 'vitest';
import {
  createEngineProcess,
  type EngineChild,
  type EngineProcess,
} from '../../electron/hosts/engineProcess.ts';
import { forkEngine } from '../../electron/hosts/loopback/fork.ts';
import { unpackColumns } from '../../shared/columnFrames.ts';
import { AppError } from '../../shared/errors.ts';
import { FAKE_ROWS } from '../support/fakeEngine.ts';

const ENTRY = new URL('../support/fakeEngineProcess.ts', import.meta.url);
const INIT = {
  dataDir: '/nowhere',
  resourcesDir: '/nowhere',
  threads: 1,
  seed: 7,
  now: '2026-01-02T03:04:05.000Z',
};

let running: EngineProcess<never> | null = null;
afterEach(() => running?.stop());

function start(now: () => number = () => 0): {
  engine: EngineProcess<never>;
  children: EngineChild<never>[];
  told: string[];
} {
  const children: EngineChild<never>[] = [];
  const told: string[] = [];
  const launch = (): EngineChild<never> => {
    const child = forkEngine(ENTRY);
    children.push(child);
    return child;
  };
  const engine = createEngineProcess({ launch, init: INIT, now, tell: (event) => told.push(event) });
  running = engine;
  return { engine, children, told };
}

/** A window: asks with a frame and waits for the next one. */
async function window(engine: EngineProcess<never>) {
  const waiting: ((value: string | Uint8Array) => void)[] = [];
  const gone = Promise.withResolvers<void>();
  const port = await engine.openFramePort({
    onFrame: (data) => waiting.shift()?.(data),
    onGone: gone.resolve,
  });
  const ask = (data: string | Uint8Array): Promise<string | Uint8Array> => {
    const { promise, resolve } = Promise.withResolvers<string | Uint8Array>();
    waiting.push(resolve);
    port.send(data);
    return promise;
  };
  return { ask, port, gone: gone.promise };
}

async function kill(engine: EngineProcess<never>, child: EngineChild<never> | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  engine.onGone(resolve);
  child?.kill();
  await promise;
}

test('frames of two windows stay apart, as text and as bytes', async () => {
  const { engine } = start();
  const one = await window(engine);
  const two = await window(engine);
  expect(await Promise.all([one.ask('a'), two.ask('b'), one.ask(new Uint8Array([1, 2, 3]))])).toEqual([
    'echo:a',
    'echo:b',
    new Uint8Array([3, 2, 1]),
  ]);
});

test('columns are named by a frame, their bytes taken once; what never comes is refused when the engine dies', async () => {
  const { engine, children } = start();
  const { ask } = await window(engine);
  const parcels: number[] = [];
  const take = async (parcel: number): Promise<ArrayBuffer> => {
    parcels.push(parcel);
    return Uint8Array.from(Buffer.concat(await engine.takeParcel(parcel))).buffer;
  };
  const answer = await unpackColumns(String(await ask('columns')), take);
  expect(answer).toEqual({
    n: FAKE_ROWS,
    found: {
      segment: Uint8Array.from({ length: FAKE_ROWS }, (_, at) => at),
      x: Float32Array.from({ length: FAKE_ROWS }, (_, at) => at),
      none: new Float64Array(0),
    },
    list: [1],
  });
  const again = engine.takeParcel(parcels[0] ?? -1).catch((error: AppError) => error.code);
  await kill(engine, children[0]);
  expect(await again).toBe('ENGINE-STOPPED');
});

test('the start options arrive, the clock included', async () => {
  const { engine } = start();
  const { ask } = await window(engine);
  expect(JSON.parse(String(await ask('state')))).toEqual({
    open: null,
    seed: 7,
    now: '2026-01-02T03:04:05.000Z',
  });
});

test('a refusal crosses with its code and place', async () => {
  const { engine } = start();
  await expect(engine.registerFile('/nowhere/at-all.csv')).rejects.toEqual(
    new AppError('SRC-NOT-A-FILE', {}, { file: 'at-all.csv' }),
  );
  const target = await engine.registerTarget('/tmp/plan.xlsx');
  expect(target.name).toBe('plan.xlsx');
  expect(await engine.pathOfTarget(target.handle)).toBe('/tmp/plan.xlsx');
  expect(await engine.pathOfTarget('unknown')).toBeNull();
});

test('a killed process is replaced, its windows are told, and the project is open again', async () => {
  const { engine, children, told } = start();
  const before = await window(engine);
  await before.ask('x');
  before.port.send('project:/tmp/shop.clientela');
  await before.ask('y');
  await kill(engine, children[0]);
  await before.gone;
  const after = await window(engine);
  expect(JSON.parse(String(await after.ask('state')))).toMatchObject({ open: '/tmp/shop.clientela' });
  expect([children.length, told]).toEqual([2, ['restarted']]);
});

test('a call that was under way fails when the process dies', async () => {
  const { engine } = start();
  const { port, gone } = await window(engine);
  port.send('die');
  const call = engine.registerTarget('/tmp/b').catch((error: AppError) => error.code);
  await gone;
  expect(await call).toBe('ENGINE-STOPPED');
});

test('a project that kills the engine is not opened a second time', async () => {
  const { engine, children } = start();
  const { port, gone } = await window(engine);
  port.send('project:/tmp/deadly');
  port.send('die');
  await gone;
  const after = await window(engine);
  expect(JSON.parse(String(await after.ask('state')))).toMatchObject({ open: null });
  expect(children.length).toBe(3);
});

test('after five restarts in a minute it gives up, and a minute later it tries again', async () => {
  let now = 0;
  const { engine, children, told } = start(() => now);
  for (let death = 0; death < 6; death++) {
    await engine.ready();
    await kill(engine, children.at(-1));
  }
  expect(told).toEqual([...Array<string>(5).fill('restarted'), 'given-up']);
  await expect(engine.ready()).rejects.toEqual(new AppError('ENGINE-STOPPED'));
  await expect(engine.registerFile('/tmp/x')).rejects.toEqual(new AppError('ENGINE-STOPPED'));
  now = 60_001;
  const { ask } = await window(engine);
  expect(await ask('back')).toBe('echo:back');
});

test('stop ends the process and what comes later is refused', async () => {
  const { engine, told } = start();
  await engine.ready();
  await engine.stop();
  await expect(engine.ready()).rejects.toEqual(new AppError('ENGINE-STOPPED'));
  expect(told).toEqual([]);
});
