// When the loopback host locks or ends by itself: half an hour without a sign of life locks it, a minute after the
// last tab was closed it ends. Frames of the engine count as life too, or a long job would be cut off.

const IDLE_MS = 30 * 60_000;
const LAST_TAB_MS = 60_000;

export interface Activity {
  seen(): void;
  tabOpened(): void;
  tabClosed(): void;
  stop(): void;
}

export interface ActivityEvents {
  onIdle(): void;
  onLastTabClosed(): void;
}

/** Starts watching. `keepOpen` (tests, development) turns the end after the last tab off. */
export function watchActivity(events: ActivityEvents, keepOpen: boolean): Activity {
  let tabs = 0;
  let closing: NodeJS.Timeout | undefined;
  const idle = setTimeout(() => events.onIdle(), IDLE_MS);
  return {
    seen: () => void idle.refresh(),
    tabOpened() {
      tabs += 1;
      clearTimeout(closing);
    },
    tabClosed() {
      tabs -= 1;
      if (tabs === 0 && !keepOpen) closing = setTimeout(() => events.onLastTabClosed(), LAST_TAB_MS);
    },
    stop() {
      clearTimeout(idle);
      clearTimeout(closing);
    },
  };
}
