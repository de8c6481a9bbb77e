// Names of segments that are set out beforehand: RFM's, tiers, the analyst's own.
import type { Locale } from '../../../shared/i18n/locale.ts';
import { RFM_SEGMENTS } from '../../../shared/model/division.ts';
import type { ClusterSettings } from '../../../shared/model/segmentation.ts';
import { createWriter } from './writer.ts';

/**
 * One name per cluster; empty for methods that find their segments: those are named by their evidence.
 * @param classes the class of each cluster; the number after the last class is "Others"
 */
export function classNames(
  { method, rfm, rules }: ClusterSettings,
  classes: readonly number[],
  locale: Locale,
): readonly string[] {
  const { words, fill } = createWriter(locale);
  const { others, tier, rfm: rfmWords } = words.classes;
  if (method === 'rfm')
    return classes.map((at) => {
      if (rfm?.rules) return rfm.rules[at]?.name ?? others;
      const known = RFM_SEGMENTS[at];
      return known ? rfmWords[known.key] : others;
    });
  if (method === 'tiers') return classes.map((at) => fill(tier, { letter: letterOf(at) }));
  if (method === 'rules') return classes.map((at) => rules?.segments[at]?.name ?? others);
  return [];
}

/** A, B, C … as ABC analysis names them. */
function letterOf(at: number): string {
  return String.fromCodePoint(65 + at);
}
