// The nine fuses of the packaged Electron binary, set right after packing and before signing. electron-builder's own
// setting knows only eight of them and does not insist that all are decided.

import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true, // macOS and Windows; Linux does not check
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** Path of the packed binary. */
export function binaryOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin')
    return join(appOutDir, `${productFilename}.app`, 'Contents', 'MacOS', productFilename);
  return join(
    appOutDir,
    electronPlatformName === 'win32' ? `${productFilename}.exe` : packager.executableName,
  );
}

/** electron-builder calls this once per platform and architecture. */
export async function afterPack(context) {
  const needsNewSignature = context.electronPlatformName === 'darwin' && context.arch === 3; // arm64
  await flipFuses(binaryOf(context), { ...FUSES, resetAdHocDarwinSignature: needsNewSignature });
}
