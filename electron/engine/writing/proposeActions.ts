// Proposes a plan's actions: matches each segment's character with the playbook and writes it in one language.
import type { Locale } from '../../../shared/i18n/locale.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  Playbook,
  type ActionChannel,
  type ContactCost,
  type Play,
  type ProposedAction,
  type SegmentCharacter,
} from '../../../shared/model/playbook.ts';
import { createWriter, type Writer } from './writer.ts';

export interface ProposalOptions {
  readonly locale: Locale;
  /** ISO 4217; null where the project has none: costs then follow the average basket. */
  readonly currency: string | null;
  /** Actions per segment at most; 1 unless told otherwise. */
  readonly perSegment?: number;
}

/** Below this reach another channel of the play is tried. */
const ENOUGH_REACH = 30;

/**
 * Checks a playbook read from a file.
 * @throws AppError `PLAYBOOK-BROKEN` when it is not one, or when a number names a source that is not there.
 */
export function parsePlaybook(content: unknown): Playbook {
  const parsed = Playbook.safeParse(content);
  if (!parsed.success) throw new AppError('PLAYBOOK-BROKEN');
  const { plays, costs, sources } = parsed.data;
  const named = [
    ...plays.flatMap((play) => [play.response.source, play.margin.source, play.rhythm.source]),
    ...Object.values(costs).map((cost) => cost.source),
  ];
  if (named.some((source) => !Object.hasOwn(sources, source))) throw new AppError('PLAYBOOK-BROKEN');
  return parsed.data;
}

function holds(play: Play, character: SegmentCharacter): boolean {
  return play.when.every(({ trait, is }) => {
    const level = character.traits[trait];
    return level !== undefined && is.includes(level);
  });
}

/** The most particular first; the file's order decides between equals. */
function fittingPlays(playbook: Playbook, character: SegmentCharacter): readonly Play[] {
  return playbook.plays
    .filter((play) => holds(play, character))
    .sort((a, b) => b.when.length - a.when.length);
}

/** The first channel of the play with enough reach, else the one with most. */
function channelOf(play: Play, character: SegmentCharacter): ActionChannel {
  const reach = (channel: ActionChannel): number => character.contactable[channel];
  const enough = play.channels.find((channel) => reach(channel) >= ENOUGH_REACH);
  const [most] = [...play.channels].sort((a, b) => reach(b) - reach(a));
  return enough ?? most ?? 'email';
}

function costOf(cost: ContactCost, currency: string | null, basketCents: number) {
  const perContact = currency === null ? undefined : cost.centsByCurrency[currency];
  const fixed = currency === null ? undefined : cost.fixedCentsByCurrency[currency];
  return {
    costPerContactCents: perContact ?? Math.round(cost.shareOfBasket * basketCents),
    fixedCostCents: fixed ?? 0,
  };
}

function rhythmText(writer: Writer, { contacts, everyDays }: Play['rhythm']): string {
  const { plan } = writer.words;
  return contacts === 1 ? plan.rhythmOnce : writer.fill(plan.rhythm, { contacts, days: everyDays });
}

function reasonText(writer: Writer, play: Play, character: SegmentCharacter): string {
  const { plan } = writer.words;
  const traits = play.when.map(({ trait }) => plan[trait][character.traits[trait] ?? 'middle']);
  return traits.length === 0 ? plan.anyone : writer.fill(plan.because, { traits: traits.join(', ') });
}

function actionOf(
  writer: Writer,
  playbook: Playbook,
  play: Play,
  character: SegmentCharacter,
  currency: string | null,
): ProposedAction {
  const { locale } = writer;
  const channel = channelOf(play, character);
  const cost = playbook.costs[channel];
  const note = (source: string): string => playbook.sources[source]?.[locale] ?? source;
  const { contacts, everyDays } = play.rhythm;
  return {
    segmentId: character.segmentId,
    playId: play.id,
    objective: play.objective,
    offer: play.offer[locale],
    message: play.message[locale],
    channel,
    rhythm: { contacts, everyDays, text: rhythmText(writer, play.rhythm) },
    reach: character.contactable[channel],
    ...costOf(cost, currency, character.averageBasketCents),
    responseLow: play.response.low,
    responseHigh: play.response.high,
    marginShare: play.margin.value,
    averageBasketCents: character.averageBasketCents,
    reason: reasonText(writer, play, character),
    sources: {
      cost: note(cost.source),
      rhythm: note(play.rhythm.source),
      response: note(play.response.source),
      margin: note(play.margin.source),
    },
  };
}

/** Actions in the order of the segments. A segment nobody may contact still gets its action, with reach 0. */
export function proposeActions(
  characters: readonly SegmentCharacter[],
  playbook: Playbook,
  options: ProposalOptions,
): readonly ProposedAction[] {
  const writer = createWriter(options.locale, options.currency);
  return characters.flatMap((character) =>
    fittingPlays(playbook, character)
      .slice(0, options.perSegment ?? 1)
      .map((play) => actionOf(writer, playbook, play, character, options.currency)),
  );
}
