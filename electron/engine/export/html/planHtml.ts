// The campaign plan as one HTML file: no scripts, no addresses, nothing to load. It opens anywhere, prints well, and
// its own policy forbids everything but its one style sheet.
import { createHash } from 'node:crypto';
import type { PlanReport } from '../report.ts';
import { wordsOf } from '../words.ts';
import { actionSection } from './actions.ts';
import { appendix } from './appendix.ts';
import { cover } from './cover.ts';
import { html } from './markup.ts';
import { personaSection } from './personas.ts';
import { segmentSection } from './segments.ts';
import { pageCss } from './styles.ts';
import { timelineSection } from './timeline.ts';

export interface PlanHtmlOptions {
  /** `@font-face` rules whose sources are data: addresses; without them the reader's own fonts are used. */
  readonly fontCss?: string;
}

/** The whole page as text, in the project's language and the campaign's currency. */
export function planHtml(report: PlanReport, options: PlanHtmlOptions = {}): string {
  const { locale } = report.project;
  const words = wordsOf(locale, report.campaign.currency);
  const css = pageCss(options.fontCss);
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${report.campaign.name} · ${report.project.name}</title>
<style>${{ markup: css }}</style>
</head>
<body><main>
${cover(report, words)}
${segmentSection(report, words)}
${personaSection(report, words)}
${actionSection(report, words)}
${timelineSection(report, words)}
${appendix(report, words)}
</main></body>
</html>
`;
  return page.markup;
}
