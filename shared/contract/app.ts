// The window's own settings and the engine's news.
import { z } from 'zod';
import { Locale } from '../i18n/locale.ts';
import { EngineEvent, Job } from '../model/job.ts';
import { command, Nothing, query, stream } from './kinds.ts';

export const AppSettings = z.strictObject({
  /** Null = the system's language. */
  locale: Locale.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
});
export type AppSettings = z.infer<typeof AppSettings>;

export const app = {
  settings: query(Nothing, AppSettings),
  setSettings: command(AppSettings, Nothing),
};

export const jobs = {
  /** Running jobs and those that ended in the last minutes, newest first. */
  list: query(Nothing, z.array(Job)),
  cancel: command(z.strictObject({ jobId: z.string() }), Nothing),
};

export const events = {
  watch: stream(EngineEvent),
};
