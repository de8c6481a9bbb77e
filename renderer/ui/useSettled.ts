// A value that is being typed, once it rests: for questions that need not be asked at every key.
import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** The value once it has not changed for a moment. Values that are made anew each time never settle: keep them. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
