// Parcels of columns between their coming from the engine and the window's asking for them. Either may be first; a
// window that has gone never asks, so what waits too long is dropped.

import { AppError } from '../../shared/errors.ts';

const KEPT_MS = 30_000;

type Bytes = readonly Uint8Array[];

export interface ParcelShelf {
  put(parcel: number, bytes: Bytes): void;
  /** Each parcel can be taken once. @throws AppError ENGINE-STOPPED when it does not come, or was dropped */
  take(parcel: number): Promise<Bytes>;
  /** The engine has gone, and what it would still have sent. */
  clear(): void;
}

interface Slot {
  readonly arrival: PromiseWithResolvers<Bytes>;
  readonly limit: NodeJS.Timeout;
}

export function createParcelShelf(): ParcelShelf {
  const slots = new Map<number, Slot>();
  const drop = (parcel: number): void => {
    const slot = slots.get(parcel);
    if (!slot) return;
    clearTimeout(slot.limit);
    slots.delete(parcel);
    slot.arrival.reject(new AppError('ENGINE-STOPPED'));
  };
  const slotOf = (parcel: number): Slot => {
    const known = slots.get(parcel);
    if (known) return known;
    const arrival = Promise.withResolvers<Bytes>();
    arrival.promise.catch(() => undefined); // nobody may be waiting
    const slot = { arrival, limit: setTimeout(() => drop(parcel), KEPT_MS).unref() };
    slots.set(parcel, slot);
    return slot;
  };
  return {
    put: (parcel, bytes) => slotOf(parcel).arrival.resolve(bytes),
    take: async (parcel) => {
      const bytes = await slotOf(parcel).arrival.promise;
      drop(parcel);
      return bytes;
    },
    clear: () => {
      for (const parcel of slots.keys()) drop(parcel);
    },
  };
}
