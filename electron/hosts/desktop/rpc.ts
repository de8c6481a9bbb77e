// Guards the one channel from a window to the main process: sender, size, rate, shape; in this order, and before
// anything is done. A refusal says nothing; an expected error crosses as data.

import { serialize } from 'node:v8';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Answer } from '../../../shared/desktopDoor.ts';
import { toErrorData } from '../../../shared/errors.ts';
import { ORIGIN } from './bundleProtocol.ts';
import { RpcMessage } from './rpcSchema.ts';

const MAX_BYTES = 2 ** 20;
const MAX_PER_SECOND = 50;

export interface RpcParts {
  /** True for the windows that we have opened and that are still there. */
  readonly isKnownWindow: (webContentsId: number) => boolean;
  readonly run: (webContentsId: number, message: RpcMessage) => Promise<unknown>;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** Starts listening on the channel `rpc`. */
export function handleRpc(ipcMain: IpcMain, parts: RpcParts): void {
  const isWithinRate = createRate(parts.now);
  ipcMain.handle('rpc', async (event, input: unknown): Promise<Answer<unknown>> => {
    if (!isOurPage(event) || !parts.isKnownWindow(event.sender.id)) throw new Error('refused');
    if (!isWithinRate(event.sender.id) || serialize(input).byteLength > MAX_BYTES) throw new Error('refused');
    const message = RpcMessage.safeParse(input);
    if (!message.success) throw new Error('refused');
    try {
      return { value: (await parts.run(event.sender.id, message.data)) ?? null };
    } catch (error) {
      return { error: toErrorData(error) };
    }
  });
}

/** Only the top frame of a window, showing our page. The frame is null when it has gone in the meantime. */
export function isOurPage({
  sender,
  senderFrame,
}: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  const address = URL.parse(senderFrame.url);
  return address !== null && `${address.protocol}//${address.host}` === ORIGIN; // .origin is "null" for own schemes
}

function createRate(now: () => number): (id: number) => boolean {
  const recent = new Map<number, number[]>();
  return (id) => {
    const since = now() - 1000;
    const times = (recent.get(id) ?? []).filter((at) => at > since);
    recent.set(id, [...times, now()]);
    return times.length < MAX_PER_SECOND;
  };
}
