// The close event of a port: fires once, and at once for those who listen too late.

export interface Closing {
  readonly isClosed: boolean;
  close(): void;
  onClose(listener: () => void): void;
}

export function createClosing(): Closing {
  const listeners: (() => void)[] = [];
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      for (const listener of listeners) listener();
    },
    onClose(listener) {
      if (isClosed) queueMicrotask(listener);
      else listeners.push(listener);
    },
  };
}
