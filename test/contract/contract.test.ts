// One suite over the three transports: every procedure answers, refuses and streams the same way, byte for byte.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient, ProcedureName } from '../../shared/contract/index.ts';
import type { EngineEvent } from '../../shared/model/job.ts';
import { watchJobs } from '../support/engine.ts';
import { openTransport, TRANSPORTS } from '../support/transports.ts';
import type { TransportName } from '../support/transports.ts';
import { checks } from './walk.ts';
import type { Walk } from './walk.ts';

const NAMES = Object.keys(checks) as ProcedureName[];
/** What each procedure answered, per transport. */
const answers: Partial<Record<TransportName, Record<string, unknown>>> = {};

/** News of a decision; the list of recent projects follows on its own clock. */
const isChange = (event: EngineEvent): boolean => event.type === 'changed' && event.tables[0] !== 'app';

type Loose = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>;

async function rejection(client: EngineClient, name: ProcedureName, input: unknown): Promise<unknown> {
  const [noun = '', verb = ''] = name.split('.');
  try {
    return await (client as unknown as Loose)[noun]?.[verb]?.(input);
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

/** Inputs that the contract does not allow, one per way of being wrong. */
const INVALID: readonly (readonly [ProcedureName, unknown])[] = [
  ['project.rename', undefined],
  ['project.rename', { name: '' }],
  ['project.rename', { name: 5 }],
  ['project.rename', { name: 'Shop', more: true }],
  ['sources.rows', { sourceId: 1, offset: -1, limit: 10 }],
  ['sources.rows', { sourceId: 1, offset: 0, limit: 501 }],
  ['sources.rows', { sourceId: '1; DROP TABLE run', offset: 0, limit: 1 }],
  ['segments.merge', { segmentIds: [1] }],
  ['segmentations.run', { method: 'kmeans', features: [], k: 2, scale: 'z', logs: false, seed: 1 }],
  ['exports.write', { what: 'plan.exe', target: 'x' }],
  ['app.setSettings', { locale: 'xx', theme: 'dark' }],
];

describe.each(TRANSPORTS)('%s', (name) => {
  let walk: Walk;

  beforeAll(async () => {
    const transport = await openTransport(name);
    walk = { transport, client: transport.client, watch: await watchJobs(transport.client) };
    answers[name] = {};
  });
  afterAll(async () => {
    walk.watch.stop();
    await walk.transport.close();
  });

  test.each(NAMES)('%s', async (procedure) => {
    const answer = await checks[procedure](walk);
    Object.assign(answers[name] ?? {}, { [procedure]: answer });
  });

  test.each(INVALID)('%s refuses %j', async (procedure, input) => {
    expect(await rejection(walk.client, procedure, input)).toBe('BAD_REQUEST');
    expect((await walk.client.project.current())?.sources).toBe(3);
  });

  test('an event stream ends when its listener goes, and another one goes on', async () => {
    const second = await watchJobs(walk.client);
    second.stop();
    await walk.client.project.rename({ name: 'Again' });
    const renamed = { type: 'changed', tables: ['setting', 'change'] };
    await expect.poll(() => walk.watch.events.findLast(isChange)).toEqual(renamed);
    expect(second.events).toEqual([]);
  });
});

test.each(TRANSPORTS.slice(1))('%s answers exactly as in process', (name) => {
  expect(Object.keys(answers[name] ?? {})).toEqual(NAMES);
  expect(answers[name]).toEqual(answers['in process']);
});
