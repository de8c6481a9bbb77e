// What belongs to the person and not to a project: the window's settings and the list of recent projects.
// Small JSON files, replaced whole, so that a crash leaves the old or the new one.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppSettings } from '../../shared/contract/app.ts';
import { Layout } from '../../shared/model/layout.ts';
import { RecentProject } from '../../shared/model/project.ts';
import type { Project } from '../../shared/model/project.ts';

const Kept = RecentProject.omit({ exists: true, id: true }).extend({ path: z.string() });
type Kept = z.infer<typeof Kept>;
/** Codes by the project's id. */
const Aside = z.record(z.string(), z.array(z.string()));
const MAX_RECENT = 50;
const MAX_LAYOUTS = 100;

export interface AppData {
  readonly settings: () => AppSettings;
  readonly setSettings: (settings: AppSettings) => void;
  readonly recent: () => RecentProject[];
  /** The path behind a recent project's id. */
  readonly recentPath: (id: string) => string | null;
  readonly remember: (path: string, project: Project, segmentSizes: readonly number[], now: Date) => void;
  readonly forget: (id: string) => void;
  /** Cautions about a project's place that its user has read and put aside. */
  readonly cautionsAside: (path: string) => readonly string[];
  readonly putAside: (path: string, code: string) => void;
  /** How files were read before, newest first. */
  readonly layouts: () => Layout[];
  /** Takes the place of one with the same headers. */
  readonly keepLayout: (layout: Layout) => void;
  readonly setLayouts: (layouts: readonly Layout[]) => void;
  readonly forgetLayout: (id: string) => void;
}

const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16);

function readJson<T>(file: string, schema: z.ZodType<T>, fallback: T): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return fallback; // missing or damaged: these are conveniences, never the user's work
  }
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(`${file}.part`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/** Nobody asked for it and nobody would miss it: a full disk is not worth an error here. */
function tryToWrite(file: string, value: unknown): void {
  try {
    writeJson(file, value);
  } catch {
    rmSync(`${file}.part`, { force: true });
  }
}

export function createAppData(dir: string): AppData {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const settingsFile = join(dir, 'settings.json');
  const recentFile = join(dir, 'recent.json');
  const layoutsFile = join(dir, 'layouts.json');
  const layouts = (): Layout[] => readJson(layoutsFile, z.array(Layout), []);
  const asideFile = join(dir, 'cautions.json');
  const aside = (): Readonly<Record<string, string[]>> => readJson(asideFile, Aside, {});
  const list = (): Kept[] => readJson(recentFile, z.array(Kept), []);
  return {
    settings: () => readJson<AppSettings>(settingsFile, AppSettings, { locale: null, theme: 'system' }),
    setSettings: (settings) => writeJson(settingsFile, settings),
    recent: () => list().map(({ path, ...kept }) => ({ ...kept, id: idOf(path), exists: existsSync(path) })),
    recentPath: (id) => list().find((kept) => idOf(kept.path) === id)?.path ?? null,
    remember: (path, project, segmentSizes, now) => {
      const { name, customers, steps, snapshot } = project;
      const segments = [...segmentSizes];
      const kept: Kept = {
        path,
        fileName: basename(path),
        name,
        customers,
        steps,
        snapshot,
        segments,
        openedAt: now.toISOString(),
      };
      tryToWrite(recentFile, [kept, ...list().filter((one) => one.path !== path)].slice(0, MAX_RECENT));
    },
    forget: (id) =>
      writeJson(
        recentFile,
        list().filter((one) => idOf(one.path) !== id),
      ),
    cautionsAside: (path) => aside()[idOf(path)] ?? [],
    putAside: (path, code) => {
      const known = aside();
      const codes = new Set([...(known[idOf(path)] ?? []), code]);
      writeJson(asideFile, { ...known, [idOf(path)]: [...codes] });
    },
    layouts,
    keepLayout: (layout) =>
      writeJson(
        layoutsFile,
        [layout, ...layouts().filter((one) => one.id !== layout.id)].slice(0, MAX_LAYOUTS),
      ),
    setLayouts: (kept) => writeJson(layoutsFile, kept),
    forgetLayout: (id) =>
      writeJson(
        layoutsFile,
        layouts().filter((one) => one.id !== id),
      ),
  };
}
