// What `cluster` says in words besides its figures: how the method read the customers, why a solution is recommended,
// and weights that are there but not in use.
import { translatorOf } from '../../../shared/i18n/index.ts';
import { MINI_BATCH_ABOVE, MINI_BATCH_ROWS } from '../../../shared/model/method.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { Criterion, Reason } from '../../../shared/model/tournament.ts';
import type { CliEngine } from './engine.ts';

/** English, as all that text mode prints about results. */
const english = translatorOf('en');

/** Samples, mini-batches, and batches that were asked for in vain; `--json` has them as `facts`. */
export function readingLines({
  settings,
  facts,
  customers,
}: Pick<Segmentation, 'settings' | 'facts' | 'customers'>): string[] {
  const { sampledRows, batches } = facts ?? {};
  const inVain = settings.miniBatch === true && batches === undefined && customers <= MINI_BATCH_ABOVE;
  return [
    ...(batches === undefined
      ? []
      : [english('methods.facts.batches', { n: batches, size: MINI_BATCH_ROWS })]),
    ...(sampledRows === undefined ? [] : [english('methods.facts.sampled', { n: sampledRows })]),
    ...(inVain
      ? [
          `--mini-batch changed nothing: it is for more than ${MINI_BATCH_ABOVE} customers, these are ${customers}`,
        ]
      : []),
  ];
}

const percent = (share: number, digits: number): string => `${(100 * share).toFixed(digits)} %`;
const valueOf = (criterion: Criterion, value: number): string =>
  criterion === 'balance' ? percent(value, 1) : value.toFixed(2);

/** One reason as a sentence; those of the board in the app. */
export function reasonLine(reason: Reason): string {
  switch (reason.code) {
    case 'allRound': {
      const share = percent(Math.ceil(100 * reason.shortfall) / 100, 0);
      return english(reason.only ? 'compare.reasons.onlyOne' : 'compare.reasons.allRound', { share });
    }
    case 'bestOn': {
      const words = reason.criteria.map((criterion) => english(`compare.criteria.${criterion}`));
      return english('compare.reasons.bestOn', { criteria: words.join(', ') });
    }
    case 'rival': {
      const { method, k, better, betterValue, worse, worseValue } = reason;
      return english('compare.reasons.rival', {
        solution: english('compare.solution', { method: english(`methods.names.${method}`), k }),
        better: english(`compare.criteria.${better}`),
        betterValue: valueOf(better, betterValue),
        worse: english(`compare.criteria.${worse}`),
        worseValue: valueOf(worse, worseValue),
      });
    }
    case 'twoSeparate':
      return english('compare.reasons.twoSeparate', { value: reason.value.toFixed(2) });
    case 'unsteady':
      return english('compare.reasons.unsteady', { value: reason.lowest.toFixed(2) });
    case 'noGroups':
      return reason.other === null
        ? english('compare.reasons.noGroups')
        : english('compare.reasons.noGroupsOther', { other: english(`methods.names.${reason.other}`) });
  }
}

/** A column of weights does nothing by itself. */
export async function weightLines({ client }: CliEngine): Promise<string[]> {
  const project = await client.project.current();
  if (!project || project.settings.weighting.on) return [];
  const fields = (await client.sources.list()).flatMap((source) => source.fields);
  const column = fields.find(({ role }) => role === 'weight');
  return column
    ? [`weights: column “${column.name}” is not in use; “Use weights” on the Quality screen puts it into use`]
    : [];
}
