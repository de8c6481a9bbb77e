// The board of the tournament asked for last, and two of its solutions side by side.
import { AppError } from '../../../shared/errors.ts';
import { adjustedRand, crossTable } from '../analysis/choosing/agreement.ts';
import { readEntryLabels, readTournament } from '../profiles/tournaments.ts';
import type { Query } from '../procedures.ts';

export const getTournament: Query<'tournaments.get'> = (db) => readTournament(db);

export const compareEntries: Query<'tournaments.compare'> = (db, { first, second }) => {
  const tournament = readTournament(db);
  const labelsOf = (id: string) => {
    const board = tournament && [...tournament.entries, ...tournament.baselines];
    const entry = board?.find((one) => one.id === id);
    const labels = entry && tournament ? readEntryLabels(db, tournament.runId, id) : null;
    if (!entry || !labels) throw new AppError('RUN-UNKNOWN');
    return { labels, k: entry.sizes.length };
  };
  const one = labelsOf(first);
  const other = labelsOf(second);
  const table = crossTable(one.labels, other.labels, one.k, other.k);
  const counts = Array.from({ length: one.k }, (_, row) => [
    ...table.counts.subarray(row * other.k, (row + 1) * other.k),
  ]);
  const customers = table.counts.reduce((sum, count) => sum + count, 0);
  return { counts, ari: adjustedRand(table), customers };
};
