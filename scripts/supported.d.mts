// Types of supported.mjs for the tests.
export const SUPPORTED_MAJORS: readonly number[];
export const CHECKED_ON: string;
export function electronObstacle(version: string): string | null;
export function isListOld(now: Date): boolean;
export function electronVersions(): { readonly tested: string; readonly packed: string };
