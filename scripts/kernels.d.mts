/** The compiled module. */
export function compileKernels(): Promise<Uint8Array>;
/** The text of compiled.ts for a compiled module. */
export function moduleText(binary: Uint8Array): string;
