// A client of an engine that runs in a process of its own.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { EngineProcess } from '../../electron/hosts/engineProcess.ts';
import { namesColumns, unpackColumns } from '../../shared/columnFrames.ts';
import type { EngineClient } from '../../shared/contract/index.ts';

/** A client over one of the process's ports, until the process dies. */
export async function connect(engine: EngineProcess<never>): Promise<EngineClient> {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const closing: (() => void)[] = [];
  const fetchParcel = async (parcel: number): Promise<ArrayBuffer> =>
    Uint8Array.from(Buffer.concat(await engine.takeParcel(parcel))).buffer;
  const port = await engine.openFramePort({
    onFrame: (frame) => {
      const tell = (data: unknown): void => {
        for (const listener of listeners) listener({ data });
      };
      if (namesColumns(frame)) void unpackColumns(frame, fetchParcel).then(tell);
      else tell(frame);
    },
    onGone: () => {
      for (const listener of closing) listener();
    },
  });
  const like = {
    postMessage: (data: string | Uint8Array) => port.send(data),
    addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
      if (type === 'close') closing.push(() => listener({ data: null }));
      else listeners.push(listener);
    },
  };
  return createORPCClient(new RPCLink({ port: like as unknown as MessagePort }));
}
