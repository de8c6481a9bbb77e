// Which Electron may be shipped. Its makers repair the three latest majors only, and bring out a new one every eight
// weeks; the list is kept by hand, because a build asks nobody.

import { readFileSync } from 'node:fs';

/** Look at Electron's release schedule, then change both lines. */
export const SUPPORTED_MAJORS = [43, 44, 45];
export const CHECKED_ON = '2026-11-22';

const EIGHT_WEEKS_MS = 8 * 7 * 24 * 3600 * 1000;

/** Why an installer must not be made with this version; null when it may. */
export function electronObstacle(version) {
  const major = Number.parseInt(version, 10);
  if (SUPPORTED_MAJORS.includes(major)) return null;
  return `Electron ${version} gets no security repairs: on ${CHECKED_ON} the supported majors were ${SUPPORTED_MAJORS.join(', ')}.`;
}

/** True once a newer major must have come out since the list was checked. */
export function isListOld(now) {
  return now.getTime() - Date.parse(CHECKED_ON) > EIGHT_WEEKS_MS;
}

/** The versions that are tested with and packed; they have to be the same. */
export function electronVersions() {
  const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  return {
    tested: JSON.parse(read('package.json')).devDependencies.electron,
    packed: /^electronVersion: (\S+)$/m.exec(read('electron-builder.yml'))?.[1] ?? '',
  };
}
