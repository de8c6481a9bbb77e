// What the engine's errors look like on this side: always an AppError, never a stack.
import { ORPCError } from '@orpc/client';
import { AppError, ERROR_CODES, fromErrorData } from '../../shared/errors.ts';
import type { ErrorData } from '../../shared/errors.ts';

function isErrorData(data: unknown): data is ErrorData {
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null;
  return ERROR_CODES.some((known) => known === code);
}

/** Turns whatever a call rejected with into an error that the interface has words for. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError) {
    if (isErrorData(error.data)) return fromErrorData(error.data);
    if (error.code === 'BAD_REQUEST') return new AppError('INPUT-INVALID');
  }
  return new AppError('ENGINE-STOPPED');
}
