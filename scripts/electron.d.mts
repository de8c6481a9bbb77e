// Types of electron.mjs for the tests.
export function electronBinary(): string | null;
export function desktopObstacle(): string | null;
