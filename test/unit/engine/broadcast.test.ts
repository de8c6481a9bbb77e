import { describe, expect, it } from 'vitest';
import { createBroadcast } from '../../../electron/engine/broadcast.ts';

describe('a stream of news', () => {
  it('has what was sent between the call and the first read', async () => {
    const news = createBroadcast<string>();
    const stream = news.stream(undefined);
    news.send('project');
    news.send('changed');
    expect([(await stream.next()).value, (await stream.next()).value]).toEqual(['project', 'changed']);
  });

  it('ends when it is given up, read or not', async () => {
    const news = createBroadcast<string>();
    const control = new AbortController();
    const stream = news.stream(control.signal);
    control.abort();
    news.send('nobody listens');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });
});
