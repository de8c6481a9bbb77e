// Types of fuses.mjs for the tests.
import type { FuseConfig } from '@electron/fuses';

export interface PackContext {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: { readonly executableName: string; readonly appInfo: { readonly productFilename: string } };
}

export const FUSES: FuseConfig;
export function binaryOf(context: PackContext): string;
export function afterPack(context: PackContext & { readonly arch: number }): Promise<void>;
