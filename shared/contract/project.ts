// The project file and its history of decisions.
import { z } from 'zod';
import { Locale } from '../i18n/locale.ts';
import { CAUTIONS, HistoryEntry, Project, ProjectSettings, RecentProject } from '../model/project.ts';
import { SalvageReport } from '../model/salvage.ts';
import { command, job, Nothing, query } from './kinds.ts';

export const project = {
  /** Null when none is open. */
  current: query(Nothing, Project.nullable()),
  recent: query(Nothing, z.array(RecentProject)),
  forgetRecent: command(z.strictObject({ id: z.string() }), Nothing),
  /** `target` is a save target of the host. Refuses PROJECT-EXISTS rather than overwrite. */
  create: command(
    z.strictObject({
      target: z.string(),
      name: z.string().min(1).max(200),
      locale: Locale,
      currency: z.string().length(3),
    }),
    Nothing,
  ),
  open: command(
    z.union([z.strictObject({ file: z.string() }), z.strictObject({ recent: z.string() })]),
    Nothing,
  ),
  /** Puts one of the open project's cautions aside for good. */
  dismissCaution: command(z.strictObject({ code: z.enum(CAUTIONS) }), Nothing),
  /**
   * Writes the open project as it is now to a new file (refuses PROJECT-EXISTS), also from a read-only place, and
   * opens that.
   */
  saveCopy: command(z.strictObject({ target: z.string() }), Nothing),
  /**
   * Saves what can be read of a damaged project as a new file beside it, or at `target`; the damaged one stays as it
   * is. `file` opens the new one.
   */
  salvage: command(
    z.union([
      z.strictObject({ file: z.string(), target: z.string().optional() }),
      z.strictObject({ recent: z.string(), target: z.string().optional() }),
    ]),
    z.strictObject({ file: z.string(), report: SalvageReport }),
  ),
  close: command(Nothing, Nothing),
  rename: command(z.strictObject({ name: z.string().min(1).max(200) }), Nothing),
  setSettings: command(ProjectSettings.partial(), Nothing),
  /** Makes the sample project in one language's conventions and opens it; the job's result is null. */
  sample: job(z.strictObject({ locale: z.enum(['en', 'pt-BR', 'ru']) })),
};

export const history = {
  list: query(Nothing, z.array(HistoryEntry)),
  undo: command(Nothing, HistoryEntry),
  redo: command(Nothing, HistoryEntry),
};
