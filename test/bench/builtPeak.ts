// Peak memory of the product as it is shipped: the built command line, whose engine runs in the same process.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Printed by every thread when it ends; the greatest counts. */
const REPORT =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))';

/** Megabytes while a file is imported into a new project in `dir`; null when there is no build. */
export function peakOfBuilt(file: string, dir: string): number | null {
  const cli = fileURLToPath(new URL('../../out/node/cli.js', import.meta.url));
  if (!existsSync(cli)) return null;
  const args = ['--import', REPORT, cli, 'import', join(dir, 'peak.clientela'), file, '--json'];
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const peaks = [...stderr.matchAll(/peak (\d+)/g)].map(([, kilobytes]) => Number(kilobytes) / 1024);
  return peaks.length === 0 ? null : Math.max(...peaks);
}
