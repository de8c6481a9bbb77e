// The tournament: many solutions compared, and one of them made into a segmentation.
import { z } from 'zod';
import { Comparison, Tournament, TournamentSettings } from '../model/tournament.ts';
import { job, Nothing, query } from './kinds.ts';

export const tournaments = {
  /** Continues the one of the same settings and data. The job's result is `{runId}`. */
  run: job(TournamentSettings.extend({ seconds: z.number().min(1).max(3600) })),
  /** The one asked for last, also while it grows; null before the first. */
  get: query(Nothing, Tournament.nullable()),
  /** Two entries of that tournament. */
  compare: query(z.strictObject({ first: z.string(), second: z.string() }), Comparison),
  /**
   * Makes a segmentation with the settings of an entry: of the run that is named, else of the tournament that was asked
   * for last. The job's result is `{segmentationId}`.
   */
  choose: job(z.strictObject({ entryId: z.string(), runId: z.number().int().optional() })),
};
