// Remembers how a file was read once its import has ended well; what was cancelled or failed teaches nothing.
import { isDeepStrictEqual } from 'node:util';
import type { ImportInput } from '../../shared/contract/sources.ts';
import type { Job } from '../../shared/model/job.ts';
import type { Layout } from '../../shared/model/layout.ts';
import type { AppData } from './appData.ts';
import { shapeOf } from './files/index.ts';
import { blotAll, createBlotter } from './jobs/erasing/blot.ts';
import type { Blotter, Erasure } from './jobs/erasing/blot.ts';

export interface LayoutKeeper {
  readonly onImport: (jobId: string, input: ImportInput) => void;
  readonly onJob: (job: Job) => void;
  readonly onErased: (erasure: Erasure) => void;
}

/** The layout of an import, or null for a file without headers. Columns in the file's order; no values. */
function layoutOf({ name, kind, settings, columns }: ImportInput, savedAt: string): Layout | null {
  const inOrder = columns.toSorted((a, b) => a.position - b.position);
  const headers = inOrder.map((column) => column.header ?? column.name);
  const id = shapeOf(headers);
  if (id === undefined || settings.headerRow === 0) return null;
  return {
    id,
    name,
    savedAt,
    kind,
    settings,
    columns: inOrder.map(({ type, role, criterion }, at) => ({
      header: headers[at] ?? '',
      type,
      role,
      criterion,
    })),
  };
}

/** A name can do without the person; headers and sheets that name them fit no file any more. */
function layoutWithout(layout: Layout, blot: Blotter): Layout | null {
  const { name, ...rest } = layout;
  return blotAll(rest, blot).count > 0 ? null : { ...layout, name: blot(name).value };
}

/** @param announce told after a layout was written */
export function createLayoutKeeper(appData: AppData, clock: () => Date, announce: () => void): LayoutKeeper {
  const waiting = new Map<string, Layout>();
  return {
    onImport: (jobId, input) => {
      const layout = input.remember === true ? layoutOf(input, clock().toISOString()) : null;
      if (layout) waiting.set(jobId, layout);
    },
    onJob: (job) => {
      const layout = waiting.get(job.id);
      if (!layout || job.state === 'waiting' || job.state === 'running' || job.state === 'cancelling') return;
      waiting.delete(job.id);
      if (job.state !== 'done') return;
      appData.keepLayout(layout);
      announce();
    },
    onErased: (erasure) => {
      const blot = createBlotter(erasure);
      const known = appData.layouts();
      const kept = known.map((layout) => layoutWithout(layout, blot)).filter((layout) => layout !== null);
      if (isDeepStrictEqual(kept, known)) return;
      appData.setLayouts(kept);
      announce();
    },
  };
}
