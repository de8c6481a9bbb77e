// Steps: recorded fixes of a source, replayed on each of its snapshots.
import { z } from 'zod';
import { ListedStep, RecordedStep, StepPreview } from '../model/step.ts';
import { command, Id, Nothing, query } from './kinds.ts';

export const steps = {
  /** In the order in which they are applied. */
  list: query(z.strictObject({ sourceId: Id }), z.array(ListedStep)),
  /** Records it as the source's last step; features are then computed anew (`features.compute`). */
  add: command(z.strictObject({ sourceId: Id, step: RecordedStep }), Nothing),
  remove: command(z.strictObject({ stepId: Id }), Nothing),
  /** To the given place among the source's steps, from 0. */
  move: command(z.strictObject({ stepId: Id, to: z.number().int().min(0) }), Nothing),
  /** What the step would do after those that are there. */
  preview: query(z.strictObject({ sourceId: Id, step: RecordedStep }), StepPreview),
};
