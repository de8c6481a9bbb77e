// `--layout`: reads files as the app's window remembers files of their shape. Nothing is looked up unless asked for.
import type { CliEngine } from './engine.ts';
import { UsageError } from './options.ts';

/** Which remembered layout a file is inspected with; empty = none. */
export type LayoutWish = { readonly layout?: string };

/**
 * `auto` (the one that fits the headers) or the name of a remembered layout.
 * @throws UsageError unless exactly one layout has the name
 */
export async function layoutWish(engine: CliEngine, text: string | undefined): Promise<LayoutWish> {
  if (text === undefined) return {};
  engine.takeLayouts();
  if (text === 'auto') return { layout: 'auto' };
  const named = (await engine.client.layouts.list()).filter(({ name }) => name === text);
  if (named.length === 1 && named[0]) return { layout: named[0].id };
  throw new UsageError(
    `--layout: ${named.length === 0 ? 'no layout' : 'more than one layout'} is named ${text}`,
  );
}
