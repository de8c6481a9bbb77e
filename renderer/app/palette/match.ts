// Which commands fit what was typed: all words must begin or occur somewhere, accents and case aside.

export interface PaletteCommand {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function rankOf(label: string, words: readonly string[]): number {
  const text = plain(label);
  let rank = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return -1;
    rank += at === 0 ? 3 : /[\s\-(]/.test(text[at - 1] ?? '') ? 2 : 1;
  }
  return rank;
}

/** Commands that hold every typed word, best first; all of them, in order, for an empty query. */
export function matchCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return commands;
  return commands
    .map((command, order) => ({ command, order, rank: rankOf(command.label, words) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ command }) => command);
}
