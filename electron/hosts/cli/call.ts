// `call`: any procedure of the contract with a JSON input. Jobs are awaited; files are named by their paths.
import { AppError } from '../../../shared/errors.ts';
import type { CliCommand } from './commands.ts';
import { parseOptions, printJson, TEXT, UsageError } from './options.ts';

type Procedures = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>;

function parseInput(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new UsageError('the input is not JSON');
  }
}

export const callCommand: CliCommand = async (engine, argv) => {
  const { words, text } = parseOptions(argv, { project: TEXT }, { least: 1, most: 2 });
  const [name = '', json] = words;
  const [noun = '', verb = ''] = name.split('.');
  const client = engine.client as unknown as Procedures;
  const known = Object.hasOwn(Object(await import('../../../shared/contract/index.ts')).contract, noun);
  const procedure = known ? client[noun]?.[verb] : undefined;
  if (!procedure || noun === 'events') throw new UsageError(`unknown procedure: ${name}`);
  const project = text('project');
  if (project !== undefined) await engine.project(project);
  const input = parseInput(json);
  if (typeof input?.['file'] === 'string') input['file'] = await engine.file(input['file']);
  if (typeof input?.['target'] === 'string') input['target'] = await engine.target(input['target']);
  const answer = await procedure(input);
  const started = answer as { jobId?: unknown } | undefined;
  if (typeof started?.jobId === 'string')
    printJson((await engine.finish(Promise.resolve({ jobId: started.jobId }))) ?? null);
  else if (answer instanceof Blob) throw new AppError('EXPORT-UNSUPPORTED', { kind: name });
  else printJson(answer ?? null);
};
