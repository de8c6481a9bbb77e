// What a thread of the engine may take for short-lived objects. With V8's own limit each of them keeps some 16 MB that it
// rarely needs: rows are read as bytes, not as objects.

/** For `new Worker(…)`, in megabytes: two halves of a third each, and what is moved between them. */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 12 } as const;
