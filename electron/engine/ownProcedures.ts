// Procedures about the engine itself rather than the open project's content: which project, which jobs, what news.
import type { InputOf, OutputOf, ProcedureName } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors.ts';
import { COLUMN_WORDS } from '../../shared/i18n/unnamedWords.ts';
import type { EngineEvent } from '../../shared/model/job.ts';
import type { SalvageReport } from '../../shared/model/salvage.ts';
import { freeBeside } from './db/copies.ts';
import { readSettings, writeName, writeSettings } from './db/settings.ts';
import type { FrontDoor } from './frontDoor.ts';
import { currentProject } from './handlers/project.ts';
import { knownSource } from './handlers/knownSource.ts';
import { sampleProjectPath } from './jobs/sampleFiles.ts';
import type { Looked } from './threads/reader.ts';

type Own<P extends ProcedureName> = (
  input: InputOf<P>,
  signal: AbortSignal | undefined,
) => OutputOf<P> | Promise<OutputOf<P>>;

function projectProcedures(door: FrontDoor) {
  const { appData, files, seed } = door.options;
  const create: Own<'project.create'> = async ({ target, name, locale, currency }) => {
    await door.createPath(files.targetOf(target));
    const db = door.session().project.write;
    if (!db) throw new AppError('PROJECT-READ-ONLY');
    db.transaction(() => {
      writeName(db, name);
      writeSettings(db, { locale, currency, seed });
    });
    door.announce(['setting']);
  };
  const pathOf = (input: { readonly file: string } | { readonly recent: string }): string => {
    const path = 'file' in input ? files.pathOf(input.file) : appData.recentPath(input.recent);
    if (path === null) throw new AppError('PROJECT-MISSING');
    return path;
  };
  const open: Own<'project.open'> = (input) => door.openPath(pathOf(input));
  const current: Own<'project.current'> = () => {
    const db = door.readOrNull();
    if (!db) return null;
    const { project } = door.session();
    const aside = appData.cautionsAside(project.path);
    const whole = currentProject(db, project);
    return { ...whole, cautions: whole.cautions.filter(({ code }) => !aside.includes(code)) };
  };
  const dismissCaution: Own<'project.dismissCaution'> = ({ code }) => {
    appData.putAside(door.session().project.path, code);
    door.announce(['app']);
  };
  const saveCopy: Own<'project.saveCopy'> = async ({ target }) => {
    const path = files.targetOf(target);
    await door.askReader('project.saveCopy', { path });
    await door.openPath(path);
  };
  const salvage: Own<'project.salvage'> = async (input) => {
    const path = pathOf(input);
    const to = input.target === undefined ? freeBeside(path) : files.targetOf(input.target);
    const locale = appData.settings().locale ?? undefined;
    const report = (await door.askReader('project.salvage', { path, to, locale })) as SalvageReport;
    return { file: files.register(to).handle, report };
  };
  const sample: Own<'project.sample'> = async ({ locale }) => {
    await door.createPath(sampleProjectPath(door.options.dataDir, locale));
    const job = door.startJob('project.sample', { locale });
    return { jobId: job.id, kind: 'project.sample' };
  };
  const recent: Own<'project.recent'> = () => appData.recent();
  const forgetRecent: Own<'project.forgetRecent'> = ({ id }) => appData.forget(id);
  const close: Own<'project.close'> = () => door.closeProject();
  return {
    'project.current': current,
    'project.create': create,
    'project.open': open,
    'project.sample': sample,
    'project.recent': recent,
    'project.forgetRecent': forgetRecent,
    'project.dismissCaution': dismissCaution,
    'project.saveCopy': saveCopy,
    'project.salvage': salvage,
    'project.close': close,
  };
}

export function ownProcedures(door: FrontDoor) {
  const { appData, broadcast, files } = door.options;
  const settings: Own<'app.settings'> = () => appData.settings();
  const setSettings: Own<'app.setSettings'> = (value) => appData.setSettings(value);
  const list: Own<'jobs.list'> = () => (door.readOrNull() ? door.session().jobs.list() : []);
  const cancel: Own<'jobs.cancel'> = ({ jobId }) => door.session().jobs.cancel(jobId);
  const undo: Own<'history.undo'> = () => door.step('undo');
  const redo: Own<'history.redo'> = () => door.step('redo');
  const watch = (_input: undefined, signal: AbortSignal | undefined): AsyncGenerator<EngineEvent, void> =>
    broadcast.stream(signal);
  const inspect: Own<'sources.inspect'> = async ({ file, ...rest }) => {
    const path = files.pathOf(file);
    const layouts = rest.layout === undefined ? [] : appData.layouts();
    const open = door.readOrNull();
    const columnWord = open ? COLUMN_WORDS[readSettings(open).locale] : undefined;
    const question = { ...rest, path, layouts, columnWord };
    const { inspection, headHash } = (await door.askReader('sources.inspect', question)) as Looked;
    const db = door.readOrNull();
    return { ...inspection, known: db && knownSource(db, inspection, headHash) };
  };
  const readReference: Own<'references.read'> = ({ file }) =>
    door.askReader('references.read', { path: files.pathOf(file) }) as Promise<OutputOf<'references.read'>>;
  const joinPreview: Own<'sources.joinPreview'> = (input) => {
    const tables = input.files.map(({ file, ...rest }) => ({ ...rest, path: files.pathOf(file) }));
    return door.askReader('sources.joinPreview', tables) as Promise<OutputOf<'sources.joinPreview'>>;
  };
  const listLayouts: Own<'layouts.list'> = () =>
    appData.layouts().map(({ id, name, savedAt, kind, columns }) => ({
      id,
      name,
      savedAt,
      kind,
      columns: columns.length,
    }));
  const forgetLayout: Own<'layouts.forget'> = ({ id }) => {
    appData.forgetLayout(id);
    door.announce(['layout']);
  };
  return {
    ...projectProcedures(door),
    'app.settings': settings,
    'app.setSettings': setSettings,
    'jobs.list': list,
    'jobs.cancel': cancel,
    'history.undo': undo,
    'history.redo': redo,
    'events.watch': watch,
    'sources.inspect': inspect,
    'references.read': readReference,
    'sources.joinPreview': joinPreview,
    'layouts.list': listLayouts,
    'layouts.forget': forgetLayout,
  };
}
