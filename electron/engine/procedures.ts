// The shapes of handlers: plain functions of (db, input). The contract's types make a forgotten one a compile error.
import type { InputOf, OutputOf, ProcedureName } from '../../shared/contract/index.ts';
import type { ReadDb, WriteDb } from './db/open.ts';

export type Query<P extends ProcedureName> = (db: ReadDb, input: InputOf<P>) => OutputOf<P>;

export interface CommandContext {
  readonly now: Date;
  readonly resourcesDir: string;
}

/** `detail` names the thing for the history list, read before the change; null = not a decision, not undoable. */
export interface Command<P extends ProcedureName> {
  readonly detail: ((db: ReadDb, input: InputOf<P>) => string) | null;
  readonly run: (db: WriteDb, input: InputOf<P>, context: CommandContext) => OutputOf<P>;
}
