// The only place that talks to the engine. One connection at a time; when it closes (the engine was restarted, the
// host was restarted) a new one is made and everything on screen is asked again.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { EngineClient } from '../../shared/contract/index.ts';
import type { EnginePort, HostBridge } from '../../shared/host.ts';
import type { EngineEvent } from '../../shared/model/job.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost';

export interface Connection {
  /** Resolves once there is a connection; rejects never. */
  readonly client: () => Promise<EngineClient>;
  readonly state: () => ConnectionState;
  readonly onState: (listener: (state: ConnectionState) => void) => () => void;
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void;
}

const RETRY_MS = [100, 250, 500, 1000, 2000] as const;
const LOST_AFTER = 3;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function clientOver(port: EnginePort): EngineClient {
  const link = new RPCLink({ port: port as unknown as MessagePort });
  return createORPCClient(link) as EngineClient;
}

export function createConnection(bridge: HostBridge): Connection {
  const stateListeners = new Set<(state: ConnectionState) => void>();
  const eventListeners = new Set<(event: EngineEvent) => void>();
  let state: ConnectionState = 'connecting';
  let ready = Promise.withResolvers<EngineClient>();

  const setState = (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    for (const listener of stateListeners) listener(next);
  };
  const watch = async (events: AsyncIterable<EngineEvent>): Promise<void> => {
    for await (const event of events) for (const listener of eventListeners) listener(event);
  };
  const connect = async (): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      try {
        const port = await bridge.connect();
        const client = clientOver(port);
        const early = Promise.withResolvers<never>();
        let opened = false;
        port.addEventListener('close', () => {
          if (!opened) return early.reject(new Error('closed before it was open'));
          ready = Promise.withResolvers<EngineClient>();
          setState('connecting');
          void connect();
        });
        // Nothing is asked before the engine's news are listened to: a project opened in between would stay unseen.
        const events = await Promise.race([client.events.watch(), early.promise]);
        opened = true;
        void watch(events).catch(() => undefined); // ends when the port closes, which reconnects
        ready.resolve(client);
        setState('open');
        return;
      } catch {
        if (attempt + 1 >= LOST_AFTER) setState('lost');
        await wait(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 2000);
      }
    }
  };
  void connect();
  return {
    client: () => ready.promise,
    state: () => state,
    onState: (listener) => {
      stateListeners.add(listener);
      return () => void stateListeners.delete(listener);
    },
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => void eventListeners.delete(listener);
    },
  };
}
