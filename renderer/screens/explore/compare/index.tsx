// Comparing solutions, connected to the engine.
import { Comparing } from './Comparing.tsx';
import { type TournamentInput, useTournament } from './useTournament.ts';

export function CompareSolutions(props: TournamentInput) {
  return <Comparing {...useTournament(props)} />;
}
