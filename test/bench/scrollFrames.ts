// Scrolls the table of a project's source in a real Chromium as people do and records how long each frame took.

import type { Page } from 'playwright';
import { startApp } from '../support/app.ts';
import { launchChromium } from '../support/chromium.ts';
import { frameWork } from './frameWork.ts';

export interface ScrollFrames {
  readonly name: string;
  /** Milliseconds between animation frames. */
  readonly frames: readonly number[];
  /** Milliseconds of processor time that each frame with anything to draw cost the main thread. */
  readonly work: readonly number[];
}

interface Recording {
  frames: number[];
  going: boolean;
}

/** Runs in the page: notes the time between frames until it is stopped. */
function record(): void {
  const recording: Recording = { frames: [], going: true };
  (globalThis as unknown as { recording: Recording }).recording = recording;
  let before = performance.now();
  const next = (now: number): void => {
    recording.frames.push(now - before);
    before = now;
    if (recording.going) requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => {
    before = now;
    requestAnimationFrame(next);
  });
}

function stopped(): number[] {
  const { recording } = globalThis as unknown as { recording: Recording };
  recording.going = false;
  return recording.frames;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

type Way = readonly [name: string, scroll: (page: Page) => Promise<void>];

async function repeat(times: number, everyMs: number, act: (at: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < times; at++) {
    await act(at);
    await pause(everyMs);
  }
}

const WAYS: readonly Way[] = [
  ['standing still', (page) => page.waitForTimeout(1500)],
  ['wheel, three rows a notch', (page) => repeat(120, 16, () => page.mouse.wheel(0, 84))],
  ['wheel, fast (40 rows a notch)', (page) => repeat(120, 16, () => page.mouse.wheel(0, 1120))],
  ['wheel, upwards', (page) => repeat(120, 16, () => page.mouse.wheel(0, -84))],
  [
    // The bar of a browser without a window cannot be gripped by the mouse; this is what gripping it does.
    'scroll bar dragged over the whole table',
    (page) =>
      page.evaluate(async () => {
        const grid = document.querySelector('[role=grid]') as HTMLElement;
        for (let at = 1; at <= 150; at++) {
          grid.scrollTop = ((grid.scrollHeight - grid.clientHeight) * at) / 150;
          await new Promise(requestAnimationFrame);
        }
      }),
  ],
  ['Page Down, held', (page) => repeat(60, 30, () => page.keyboard.press('PageDown'))],
  ['arrow down, held', (page) => repeat(90, 30, () => page.keyboard.press('ArrowDown'))],
  ['sideways', (page) => repeat(60, 16, (at) => page.mouse.wheel(at < 30 ? 30 : -30, 0))],
  [
    'end and start of the table',
    (page) => repeat(10, 200, (at) => page.keyboard.press(at % 2 ? 'Control+Home' : 'Control+End')),
  ],
];

/** Opens the project in a window of 1280 × 800 and scrolls its first source. @param home a folder for the app's data */
export async function scrollFrames(project: string, home: string): Promise<readonly ScrollFrames[]> {
  const app = await startApp({ files: [project], home });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    await page.goto(app.link);
    await page.getByRole('button', { name: /Data/ }).first().click();
    const grid = page.getByRole('grid');
    await grid.locator('[data-cell="0:1"]').click({ timeout: 60_000 });
    await grid.hover();
    const done: ScrollFrames[] = [];
    for (const [name, scroll] of WAYS) {
      await page.evaluate(record);
      await scroll(page);
      await pause(300);
      const frames = await page.evaluate(stopped);
      done.push({ name, frames, work: await frameWork(browser, page, scroll) });
    }
    return done;
  } finally {
    await browser.close();
    await app.stop();
  }
}
