// JSON exports: the same text for the same project, whatever order its fields were built in.
import { describe, expect, test } from 'vitest';
import { personasJson, planJson, stableJson } from '../../../electron/engine/export/json.ts';
import { campaignOf, sampleReport } from './sampleReport.ts';

describe('JSON', () => {
  test('keys are sorted, lists keep their order, lone surrogates are replaced', () => {
    expect(stableJson({ b: [2, 1], a: { d: null, c: '\uD800' } })).toBe(
      '{\n  "a": {\n    "c": "\uFFFD",\n    "d": null\n  },\n  "b": [\n    2,\n    1\n  ]\n}\n',
    );
  });

  test('schema, version and the model’s own values', () => {
    const { campaign, personas } = sampleReport();
    expect(JSON.parse(planJson([campaign]))).toEqual({
      schema: 'clientela.plan',
      schemaVersion: 1,
      campaigns: [campaign],
      totals: campaign.totals,
    });
    expect(JSON.parse(planJson([campaign, campaignOf([])]))['totals']).toBeNull();
    expect(JSON.parse(personasJson(personas))).toEqual({
      schema: 'clientela.personas',
      schemaVersion: 1,
      personas,
    });
  });
});
