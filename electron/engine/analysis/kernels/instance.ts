// The compiled kernels of this thread, with a small memory of their own through which rows pass in blocks. Threads
// share the matrix, never a kernel's memory: two instances over one memory would overwrite each other's sums.
import { KERNELS_BASE64 } from './compiled.ts';

type Kernel = (...addressesAndNumbers: number[]) => void;

export interface Kernels {
  readonly assign: Kernel;
  readonly addDistances: Kernel;
  readonly addProducts: Kernel;
  /** At least so many bytes, as doubles and as 16-bit whole numbers. Valid until the next call; contents undefined. */
  readonly room: (bytes: number) => Room;
}

export interface Room {
  readonly doubles: Float64Array;
  readonly shorts: Int16Array;
}

const PAGE = 65_536;

let loaded: Kernels | null | undefined;

/** Null where WebAssembly SIMD is not to be had: the plain functions then do the same, with the same bits. */
export function kernels(): Kernels | null {
  if (loaded === undefined) loaded = load();
  return loaded;
}

function load(): Kernels | null {
  try {
    const bytes = Uint8Array.from(atob(KERNELS_BASE64), (letter) => letter.charCodeAt(0));
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
    const kernel = (name: string): Kernel => exports[name] as Kernel;
    return {
      assign: kernel('assign'),
      addDistances: kernel('addDistances'),
      addProducts: kernel('addProducts'),
      room: (wanted) => roomOf(memory, wanted),
    };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return null;
    throw error;
  }
}

function roomOf(memory: WebAssembly.Memory, wanted: number): Room {
  const missing = wanted - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return { doubles: new Float64Array(memory.buffer), shorts: new Int16Array(memory.buffer) };
}

/** Where one thing after another lies in the memory, each on 16 bytes. */
export function placesOf(byteLengths: readonly number[]): {
  readonly at: readonly number[];
  readonly end: number;
} {
  let end = 16;
  const at = byteLengths.map((length) => {
    const from = end;
    end += Math.ceil(length / 16) * 16;
    return from;
  });
  return { at, end };
}
