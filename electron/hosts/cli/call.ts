// `call`: any procedure of the contract with a JSON input. Jobs are awaited; files are named by their paths.
import { contract } from '../../../shared/contract/index.ts';
import type { CliCommand } from './commands.ts';
import { parseOptions, printJson, TEXT, UsageError } from './options.ts';

type Procedure = (input: unknown) => Promise<unknown>;
type Procedures = Readonly<Record<string, Readonly<Record<string, Procedure>>>>;

function parseInput(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('the input is not JSON');
  }
}

/** Streams are for windows; what the contract does not list is not asked for. */
function procedureOf(client: unknown, name: string): Procedure {
  const [noun = '', verb = '', ...rest] = name.split('.');
  const verbs: object = Object.hasOwn(contract, noun) ? contract[noun as keyof typeof contract] : {};
  const procedure = Object.hasOwn(verbs, verb) ? (client as Procedures)[noun]?.[verb] : undefined;
  if (!procedure || rest.length > 0 || noun === 'events') throw new UsageError(`unknown procedure: ${name}`);
  return procedure;
}

/** JSON has no bytes, so typed columns (`segmentations.map`) are written as base64. */
function jsonOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value))
    return { base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, jsonOf(one)]));
}

export const callCommand: CliCommand = async (engine, argv) => {
  const { words, text } = parseOptions(argv, { project: TEXT }, { least: 1, most: 2 });
  const [name = '', json] = words;
  const procedure = procedureOf(engine.client, name);
  let input = parseInput(json);
  const project = text('project');
  if (project !== undefined) await engine.project(project);
  const { file, target } = Object(input) as { readonly file?: unknown; readonly target?: unknown };
  if (typeof file === 'string') input = { ...Object(input), file: await engine.file(file) };
  if (typeof target === 'string') input = { ...Object(input), target: await engine.target(target) };
  const answer = await procedure(input);
  const { jobId } = Object(answer) as { readonly jobId?: unknown };
  const result = typeof jobId === 'string' ? await engine.finish(Promise.resolve({ jobId })) : answer;
  printJson(jsonOf(result) ?? null);
};
