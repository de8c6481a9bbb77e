// Verdicts whether there are groups, found again among the runs that asked: the same question has the same answer.
import type { Groups } from '../../../shared/model/groups.ts';
import type { ReadDb } from './open.ts';

/** What a run keeps besides the verdict: the question it answers, see `groupsQuestion`. */
export interface JudgedGroups {
  readonly groups: Groups | null;
  readonly groupsKey?: string;
}

/** The verdict of a finished segmentation or tournament that asked the same; null when none did. */
export function judgedGroups(db: ReadDb, key: string): Groups | null {
  const [found] = db.allRaw<{ summary: string }>(
    `SELECT summary FROM run WHERE kind IN ('segmentation', 'tournament') AND status = 'done'
      AND json_extract(summary, '$.groupsKey') = ? AND json_type(summary, '$.groups') = 'object' ORDER BY id DESC LIMIT 1`,
    key,
  );
  return found ? (JSON.parse(found.summary) as JudgedGroups).groups : null;
}
