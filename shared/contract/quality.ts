// Data quality: may the data be trusted, and for what; and customers who are probably the same person.
import { z } from 'zod';
import { DuplicateList, PairDecision } from '../model/people.ts';
import { QualityLimits, QualityReport } from '../model/quality.ts';
import { command, job, Nothing, query } from './kinds.ts';

export const quality = {
  /** The newest report; `stale` when data or settings changed since. Null before the first check. */
  report: query(Nothing, QualityReport.nullable()),
  /** Checks everything and looks for duplicates; what was checked for the same inputs is found again. The job's result is null. */
  check: job(z.strictObject({})),
  setLimits: command(QualityLimits.partial(), Nothing),
  /** The scorecard as XLSX, in the project's language. The job's result is `{bytes}`. */
  export: job(z.strictObject({ target: z.string() })),
};

export const people = {
  /** Looks for customers who are probably the same person. The job's result is `{pairs}`. */
  findDuplicates: job(z.strictObject({})),
  /** Likeliest first; `reveal` shows personal details as they are. Null before the search. */
  duplicates: query(
    z.strictObject({
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
      reveal: z.boolean().default(false),
      open: z.boolean().default(true),
    }),
    DuplicateList.nullable(),
  ),
  decide: command(z.strictObject({ pairs: z.array(PairDecision).min(1).max(200) }), Nothing),
  /** Declares all open pairs with the same e-mail address, and nothing against it, to be the same person. */
  acceptSameEmail: command(Nothing, Nothing),
};
