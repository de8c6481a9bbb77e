// Personas as cards. Serif is drafted wording, and beside each phrase stands what it rests on.
import type { Evidence, Support } from '../../../../shared/model/evidence.ts';
import type { Persona, PersonaPhrase } from '../../../../shared/model/persona.ts';
import { segmentOf, type PlanReport } from '../report.ts';
import { evidenceLabel, type Words } from '../words.ts';
import { glyph } from './glyph.ts';
import { fromData, html, type Markup } from './markup.ts';

export function personaSection(report: PlanReport, words: Words): Markup | null {
  if (report.personas.length === 0) return null;
  const { t } = words;
  return html`<section><div class="head"><h2>${t('exports.page.personas')}</h2><span class="muted">${t('exports.page.personasNote')}; ${t('exports.page.indexShort')}</span></div>
<div class="cards">${report.personas.map((persona) => card(report, persona, words))}</div></section>`;
}

function card(report: PlanReport, persona: Persona, words: Words): Markup {
  const { t } = words;
  const segment = segmentOf(report, persona.segmentId);
  const sections = persona.sections.filter((section) => section.phrases.length > 0);
  const stands =
    segment === null
      ? null
      : t('exports.page.standsFor', {
          customers: t('exports.count.customers', { count: segment.customers }),
          share: words.percent(segment.share),
        });
  return html`<article class="card"><div class="card-head">${segment === null ? null : glyph(segment.colour, segment.letter)}<div><h3 class="draft">${fromData(persona.name)}</h3>
${segment === null ? null : html`<p>${fromData(segment.name)} <span class="muted">${stands}</span></p>`}</div></div>
${sections.map(
  (
    section,
  ) => html`<div class="part"><h4>${t(`exports.part.${section.section}`)}</h4><div>${section.phrases.map((item) => phrase(item, words))}</div></div>
`,
)}${quote(persona, words)}${cannotSay(persona, words)}</article>`;
}

function phrase(item: PersonaPhrase, words: Words): Markup {
  const own = item.edited ? html`<span class="chip">${words.t('exports.page.edited')}</span>` : null;
  const chips = item.evidence.map((evidence) => chip(evidence, item.support, words));
  return html`<div class="phrase"><span class="draft">${fromData(item.text)}</span><span class="chips">${own}${chips}</span></div>`;
}

/** The support is said in a word as well as in amber. */
function chip(evidence: Evidence, support: Support, words: Words): Markup {
  const index =
    evidence.index === null
      ? html`<b>${words.level(evidence, evidence.here)}</b>`
      : html`<b>${words.integer(evidence.index)}</b>${
          evidence.indexLow === null || evidence.indexHigh === null
            ? null
            : html`<span>${words.integer(evidence.indexLow)}–${words.integer(evidence.indexHigh)}</span>`
        }`;
  const word = support === 'firm' ? null : html`<span>${words.t(`exports.support.${support}`)}</span>`;
  return html`<span class="chip ${support}">${word}<span>${fromData(evidenceLabel(evidence))}</span><span>n ${words.integer(evidence.n)}</span>${index}</span>`;
}

function quote({ quote: { text, edited } }: Persona, words: Words): Markup | null {
  if (text === '') return null;
  const origin = words.t(edited ? 'exports.page.quoteEdited' : 'exports.page.quoteDrafted');
  return html`<div class="quote"><span class="small muted">${origin}</span><p class="draft">${fromData(text)}</p></div>`;
}

function cannotSay(persona: Persona, words: Words): Markup | null {
  if (persona.cannotSay.length === 0) return null;
  return html`<div class="cannot"><h4>${words.t('exports.page.cannotSay')}</h4><p>${fromData(persona.cannotSay.join(' '))}</p></div>`;
}
