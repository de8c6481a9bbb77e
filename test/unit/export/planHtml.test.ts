// The page: self-contained, under its own policy, and deaf to whatever the data say.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../shared/i18n/locale.ts';
import { fontFaceCss } from '../../../electron/engine/export/html/fonts.ts';
import { indexPosition } from '../../../electron/engine/export/html/indexBars.ts';
import { planHtml } from '../../../electron/engine/export/html/planHtml.ts';
import { arithmetic } from '../../../electron/engine/export/html/arithmetic.ts';
import { wordsOf } from '../../../electron/engine/export/words.ts';
import { actionOf, campaignOf, sampleReport } from './sampleReport.ts';

const HOSTILE =
  '"><script>alert(1)</script><img src=x onerror=alert(1)>javascript:x{{constructor}}\u0000\uD800';

function styleOf(page: string): string {
  return /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
}

describe('planHtml', () => {
  test('the policy allows exactly the page’s own style sheet', () => {
    const font = {
      family: 'Inter Variable',
      style: 'normal',
      weight: '100 900',
      unicodeRange: 'U+0-FF',
      woff2: new Uint8Array([1, 2, 3]),
    } as const;
    const page = planHtml(sampleReport(), { fontCss: fontFaceCss([font]) });
    const hash = createHash('sha256').update(styleOf(page)).digest('base64');
    expect(
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'"),
    ).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(styleOf(page)).toContain('src:url(data:font/woff2;base64,AQID)');
  });

  test.each(LOCALES)('%s: no script, no address, no style attribute, no missing message', (locale) => {
    const page = planHtml(sampleReport(locale));
    expect(page).toContain(`<html lang="${locale}">`);
    expect(
      page.match(/<script|<link|<iframe|<img|https?:|\/\/|url\(| src=| href=| style=| on\w+=/gi),
    ).toBeNull();
    expect(page.match(/exports\.\w+\.\w+|undefined|NaN|\[object/g)).toBeNull();
    expect(planHtml(sampleReport(locale))).toBe(page);
  });

  test('where nobody knows who can be contacted, no reach is told and the reader is', () => {
    const report = sampleReport();
    const { campaign } = report;
    const known = planHtml(report);
    const page = planHtml({
      ...report,
      campaign: {
        ...campaign,
        actions: campaign.actions.map((action) => ({
          ...action,
          figures: { ...action.figures, reachAssumed: true },
        })),
        totals: { ...campaign.totals, reachAssumed: true },
      },
    });
    const said = (text: string) => [known, page].map((one) => one.split(text).length - 1);
    // The cover, the total, the sentence, and each action in the timeline and in the table.
    expect(said('not known')).toEqual([0, 3 + 2 * campaign.actions.length]);
    expect(said('Who can be contacted is not known')).toEqual([0, 1]);
    expect(said(` of ${wordsOf('en', 'EUR').integer(campaign.totals.customers)}<`)).toEqual([1, 0]);
  });

  test('hostile text anywhere adds no element', () => {
    const count = (page: string) => (page.match(/<[a-z]/gi) ?? []).length;
    const plain = sampleReport();
    const swap = (value: unknown, key = ''): unknown => {
      const closed = [
        'locale',
        'currency',
        'analysisDate',
        'colour',
        'unit',
        'kind',
        'op',
        'objective',
        'channel',
        'startDate',
        'endDate',
        'section',
        'support',
        'method',
        'scale',
      ];
      if (typeof value === 'string') return closed.includes(key) ? value : HOSTILE;
      if (Array.isArray(value)) return value.map((item) => swap(item));
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [
          name,
          name === 'method' && typeof item === 'object' ? item : swap(item, name),
        ]),
      );
    };
    // Notes that were empty get text, which adds their paragraph: they are filled in both.
    const filled = { ...plain, segments: plain.segments.map((segment) => ({ ...segment, note: 'n' })) };
    const page = planHtml(swap(filled) as typeof plain);
    expect(count(page)).toBe(count(planHtml(filled)));
    expect(page).not.toMatch(/<script|<img/);
    expect(page).not.toContain('\0');
    expect(page.isWellFormed()).toBe(true);
    expect(page).toContain('&lt;script&gt;');
  });

  test('a bare plan has no empty sections', () => {
    const page = planHtml({
      ...sampleReport(),
      segments: [],
      personas: [],
      method: null,
      notes: [],
      campaign: campaignOf([]),
    });
    expect([...page.matchAll(/<h2>(.*?)<\/h2>/g)].map((match) => match[1])).toEqual(['Actions', 'Method']);
  });

  test('a segment or revenue that is not there does not break the page', () => {
    const report = sampleReport();
    const segments = report.segments
      .slice(0, 1)
      .map((segment) => ({ ...segment, revenue: null, revenueShare: null, rule: null }));
    const page = planHtml({ ...report, segments });
    expect(page).toContain('Catalogue, €10 voucher');
    expect(page.match(/undefined|NaN|null/g)).toBeNull();
  });
});

describe('figures in words', () => {
  test('arithmetic of an action', () => {
    expect(arithmetic(actionOf(1, {}, 1179, 861), wordsOf('en', 'EUR'))).toEqual([
      { label: 'Cost', how: '861 × 2 × €0.08 + €50.00', result: '€187.76' },
      { label: 'Extra orders', how: '861 × 1.2%–2.4%', result: '10.3–20.7' },
      { label: 'Extra revenue', how: '10.3–20.7 × €96.00', result: '€991.87–€1,983.74' },
      { label: 'Extra margin', how: '€991.87–€1,983.74 × 45%', result: '€446.34–€892.68' },
      { label: 'Return on cost (ROI)', how: '(€446.34–€892.68 − €187.76) ÷ €187.76', result: '1.38–3.75×' },
      { label: 'Breaks even at a response of', how: '€187.76 ÷ (861 × €96.00 × 45%)', result: '0.5%' },
    ]);
  });

  test('negative ranges are told with a word, and minus signs are minus signs', () => {
    const words = wordsOf('en', 'EUR');
    expect(words.range(words.decimal(-0.7), words.decimal(0.2))).toBe('−0.7 to 0.2');
    expect(words.range(words.decimal(0.2), words.decimal(0.7))).toBe('0.2–0.7');
    expect(words.range('5', '5')).toBe('5');
    expect(words.cents(-123_456)).toBe('−€1,234.56');
  });

  test('index axis: half and twice are equally far, the rest is at the edge', () => {
    expect([25, 50, 100, 200, 400, 9000, 0].map(indexPosition)).toEqual([0, 55, 110, 165, 220, 220, 0]);
  });
});
