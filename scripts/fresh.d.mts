// Types of fresh.mjs for the tests.
export const STAMP: string;
export function isBuilt(): boolean;
