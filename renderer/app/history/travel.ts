// From the list of decisions to the undo and redo steps that lead to one of them.
import type { HistoryEntry } from '../../../shared/model/project.ts';

export interface Travel {
  readonly direction: 'undo' | 'redo';
  /** How many times; 0 when the project is there already. */
  readonly steps: number;
}

/** Place of the newest decision that stands in a list that begins with the newest; its length at the start. */
export function standingAt(entries: readonly HistoryEntry[]): number {
  const at = entries.findIndex((entry) => !entry.undone);
  return at < 0 ? entries.length : at;
}

/**
 * Steps to the state right after a decision.
 * @param entries all decisions, newest first
 * @param id the decision, or null for the start of the project
 */
export function travelTo(entries: readonly HistoryEntry[], id: number | null): Travel {
  const found = id === null ? entries.length : entries.findIndex((entry) => entry.id === id);
  const distance = found < 0 ? 0 : found - standingAt(entries);
  return { direction: distance < 0 ? 'redo' : 'undo', steps: Math.abs(distance) };
}
