// The system's file dialogs. Paths stay on this side: the page gets handles.

import { join } from 'node:path';
import type { BrowserWindow, FileFilter } from 'electron';
import type { PickPurpose, SavePurpose } from '../../../shared/host.ts';

type Electron = typeof import('electron');

const SPREADSHEETS = ['csv', 'tsv', 'psv', 'txt', 'gz', 'zip', 'xlsx', 'xlsm', 'xls', 'xlsb', 'ods'];
const FILTERS: Readonly<Record<PickPurpose, FileFilter>> = {
  spreadsheets: { name: 'CSV, XLSX, XLS, ODS', extensions: SPREADSHEETS },
  project: { name: 'Clientela', extensions: ['clientela'] },
};

/** Empty when the user cancelled. */
export async function askForFiles(
  electron: Electron,
  window: BrowserWindow,
  purpose: PickPurpose,
  many: boolean,
): Promise<readonly string[]> {
  const { filePaths } = await electron.dialog.showOpenDialog(window, {
    filters: [FILTERS[purpose]],
    properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return filePaths;
}

/** Null when the user cancelled. The dialog itself asks before an existing file is replaced. */
export async function askForTarget(
  electron: Electron,
  window: BrowserWindow,
  purpose: SavePurpose,
  suggestedName: string,
): Promise<string | null> {
  const extension = purpose === 'project' ? 'clientela' : (/\.(\w{1,10})$/.exec(suggestedName)?.[1] ?? '');
  const { canceled, filePath } = await electron.dialog.showSaveDialog(window, {
    defaultPath: join(electron.app.getPath('documents'), withExtension(lastPart(suggestedName), extension)),
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : withExtension(filePath, extension);
}

const lastPart = (name: string): string => name.split(/[/\\]/).at(-1) ?? '';

function withExtension(path: string, extension: string): string {
  const isComplete = extension === '' || path.toLowerCase().endsWith(`.${extension.toLowerCase()}`);
  return isComplete ? path : `${path}.${extension}`;
}
