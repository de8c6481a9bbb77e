// What a frame costs the window's main thread, from a Chromium trace: script, layout and paint between one frame and the
// next, in processor time. A busy machine makes frames late; it hardly changes what they cost.
import type { Browser, Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time, microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';
/** A frame that draws nothing still asks whether there is something to draw. */
const IDLE_MS = 0.5;

/** The thread that draws the page: of those named so, the one with most frames. */
function mainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const keyOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const named = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map((event) => keyOf(event)),
  );
  const byThread = Map.groupBy(
    events.filter((event) => event.ph === 'X' && named.has(keyOf(event))),
    keyOf,
  );
  const frames = (list: readonly TraceEvent[]): number => list.filter(({ name }) => name === 'Paint').length;
  return [...byThread.values()].toSorted((a, b) => frames(b) - frames(a))[0] ?? [];
}

/** Milliseconds of work between one frame and the next; frames without any are left out. */
function workPerFrame(events: readonly TraceEvent[]): number[] {
  const main = mainThread(events).toSorted((a, b) => a.ts - b.ts);
  const work: number[] = [];
  let sum = 0;
  let drawn = -1;
  for (const { name, ts, dur = 0, tdur = dur } of main) {
    if (name === TASK) {
      if (drawn >= 0 && ts > drawn) {
        work.push(sum);
        sum = 0;
        drawn = -1;
      }
      sum += tdur / 1000;
    } else if (name === 'Layerize') drawn = ts; // the last step of a frame's task
  }
  return work.slice(1).filter((ms) => ms > IDLE_MS);
}

/** Work per frame while `scroll` goes on. */
export async function frameWork(
  browser: Browser,
  page: Page,
  scroll: (page: Page) => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await scroll(page);
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return workPerFrame(trace.traceEvents);
}
