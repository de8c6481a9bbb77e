// The pure parts of the segment detail: scorecard, levels in words, file names.
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../renderer/handover/fileName.ts';
import { cutWriter, levelWriter } from '../../../renderer/evidence/levelWriter.ts';
import { scoreSegment } from '../../../renderer/screens/segments/scorecard.ts';
import { figuresOf } from '../../../renderer/ui/figures.ts';
import type { Evidence, EvidenceUnit } from '../../../shared/model/evidence.ts';
import type { SegmentDetail } from '../../../shared/model/segmentation.ts';

const evidence = (feature: string, d: number): Evidence => ({
  feature,
  label: feature,
  kind: 'mean',
  here: 120,
  all: 100,
  unit: 'money',
  index: 120,
  indexLow: 115,
  indexHigh: 125,
  d,
  n: 400,
  pAdjusted: 0.001,
});

const RULE = { alternatives: [], precision: 0.7, recall: 0.5, coverage: 0.1, matches: 10, hits: 7 };

const SEGMENT: SegmentDetail = {
  id: 1,
  segmentationId: 1,
  clusters: [0],
  colour: 'A',
  name: 'A',
  named: false,
  note: '',
  customers: 400,
  share: 0.2,
  revenue: null,
  revenueShare: null,
  suggestions: [],
  top: [],
  evidence: [evidence('monetary', 0.5), evidence('Age', 0.4), evidence('Kids', -0.3), evidence('Trend', 0.1)],
  rule: RULE,
  histograms: [],
  typical: [],
  typicalFeatures: [],
  silhouette: 0.25,
  border: { count: 60, shares: [] },
  reachable: 200,
};

const verdicts = (change: Partial<SegmentDetail>) => {
  const { distinct, meaningful, actionable } = scoreSegment({ ...SEGMENT, ...change });
  return [distinct, meaningful, actionable];
};

describe('scorecard', () => {
  it('says yes exactly at its thresholds, with the numbers it rests on', () => {
    expect(scoreSegment(SEGMENT)).toEqual({
      distinct: 'yes',
      meaningful: 'yes',
      actionable: 'yes',
      clear: 3,
      compared: 4,
      spendIndex: 120,
      borderShare: 0.15,
    });
  });

  it('says partly when one of two holds, no when none does, unknown without a measure', () => {
    expect(verdicts({ silhouette: 0.249, reachable: 199 })).toEqual(['partly', 'yes', 'partly']);
    expect(
      verdicts({ silhouette: 0.1, border: { count: 61, shares: [] }, rule: null, reachable: 0 }),
    ).toEqual(['no', 'yes', 'no']);
    expect(verdicts({ silhouette: null })).toEqual(['unknown', 'yes', 'yes']);
    expect(verdicts({ reachable: null })).toEqual(['yes', 'yes', 'partly']);
    expect(verdicts({ reachable: null, rule: null })).toEqual(['yes', 'yes', 'unknown']);
  });

  it('is distinct only when it comes back in resamples, where that was measured', () => {
    expect([null, 0.75, 0.749].map((stability) => scoreSegment(SEGMENT, stability).distinct)).toEqual([
      'yes',
      'yes',
      'partly',
    ]);
  });

  it('does not call a tiny segment meaningful, nor one that nothing sets apart', () => {
    expect(verdicts({ share: 0.049 })[1]).toBe('partly');
    expect(verdicts({ customers: 29, border: { count: 0, shares: [] } })[1]).toBe('partly');
    expect(verdicts({ evidence: [evidence('Trend', 0.1)] })[1]).toBe('no');
  });
});

describe('levels', () => {
  const words = { days: (n: number) => `${n}d`, years: (n: number) => `${n}y`, km: (n: string) => `${n}km` };
  const write = levelWriter(figuresOf('en'), words, 'EUR');
  const cases: readonly (readonly [number, EvidenceUnit, string])[] = [
    [470.4, 'money', '€470'],
    [9.5, 'money', '€9.50'],
    [0, 'money', '€0'],
    [0.272, 'share', '27%'],
    [0.063, 'share', '6.3%'],
    [0, 'share', '0%'],
    [39.6, 'days', '40d'],
    [31.4, 'years', '31y'],
    [4.83, 'km', '4.8km'],
    [2.25, 'count', '2.3'],
    [0.5, 'none', '0.5'],
    [0.25, 'points', '0.25'],
    [1054.2, 'count', '1,054'],
  ];
  it.each(cases)('writes %s %s as %s', (value, unit, expected) => {
    expect(write(value, unit)).toBe(expected);
  });

  const cut = cutWriter(figuresOf('en'), words, 'EUR');
  const closer: readonly (readonly [number, EvidenceUnit, string])[] = [
    [1311.58, 'money', '€1,311.58'],
    [50, 'money', '€50'],
    [0.2724, 'share', '27.2%'],
    [39.25, 'days', '39.3d'],
    [90, 'days', '90d'],
    [31.5, 'years', '31.5y'],
    [4.83, 'km', '4.8km'],
    [2.25, 'count', '2.3'],
    [0.25, 'points', '0.25'],
  ];
  it.each(closer)('writes the cut %s %s as %s', (value, unit, expected) => {
    expect(cut(value, unit)).toBe(expected);
  });
});

describe('file names', () => {
  it('keep the words and lose what file systems refuse', () => {
    expect(fileNameOf('Big spenders: 50/50 \n "VIP"?')).toBe('Big-spenders-50-50-VIP');
    expect(fileNameOf('Активные клиенты')).toBe('Активные-клиенты');
    expect(fileNameOf('x'.repeat(200))).toBe('x'.repeat(80));
    expect(fileNameOf(`${'x'.repeat(200)} .xlsx`)).toBe(`${'x'.repeat(80)}.xlsx`);
    expect(fileNameOf('💶'.repeat(81))).toBe('💶'.repeat(80));
  });
});
