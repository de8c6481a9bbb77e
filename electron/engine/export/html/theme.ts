// Colours of the exported page, light and dark: those of the app, so that a segment keeps its colour on paper.
import type { SegmentColour } from '../../../../shared/model/segmentation.ts';

type Palette = Readonly<Record<string, string>>;
/** Fill, text, tint, ink on the fill. */
type Quartet = readonly [fill: string, text: string, tint: string, on: string];

const LIGHT: Palette = {
  page: '#f4f5f6',
  paper: '#ffffff',
  sunken: '#f8f9fa',
  line: '#e4e7ea',
  line2: '#ced3d9',
  t1: '#16191e',
  t2: '#434a55',
  t3: '#5e6672',
  everyone: '#7b8490',
  ok: '#1b7a4b',
  oktint: '#e6f4ec',
  warn: '#8a5a00',
  warntint: '#fff5dd',
  warnline: '#e3b65a',
  bad: '#b3261e',
  badtint: '#fdedeb',
};
const DARK: Palette = {
  page: '#111316',
  paper: '#17191d',
  sunken: '#1f2227',
  line: '#292d33',
  line2: '#3b414a',
  t1: '#e9ebee',
  t2: '#b9c0ca',
  t3: '#969eaa',
  everyone: '#8d95a1',
  ok: '#5cc78f',
  oktint: '#16291f',
  warn: '#e5b04a',
  warntint: '#2b2312',
  warnline: '#7a5e22',
  bad: '#ff8a80',
  badtint: '#331a19',
};

const SEGMENTS_LIGHT: Readonly<Record<SegmentColour, Quartet>> = {
  A: ['#1c67ac', '#175b9a', '#e6f0f8', '#ffffff'],
  B: ['#11a08a', '#08705f', '#e0f4f0', '#06231e'],
  C: ['#991758', '#8e1450', '#f8e6ef', '#ffffff'],
  D: ['#5c4a0a', '#5c4a0a', '#f1eddd', '#ffffff'],
  E: ['#e2651f', '#a8430b', '#fdede2', '#2a1002'],
  F: ['#2f2f1d', '#2f2f1d', '#ececea', '#ffffff'],
  G: ['#8f88cc', '#5d549f', '#eeedf8', '#14112b'],
  H: ['#98705b', '#7a5543', '#f4ece8', '#ffffff'],
  other: ['#7b8490', '#5e6672', '#eef0f2', '#ffffff'],
};
const SEGMENTS_DARK: Readonly<Record<SegmentColour, Quartet>> = {
  A: ['#528bc3', '#7db0e2', '#18283a', '#06121e'],
  B: ['#81e6bd', '#81e6bd', '#152c26', '#06231a'],
  C: ['#f7bbe9', '#f7bbe9', '#33232f', '#2c0f25'],
  D: ['#a2790d', '#cda53c', '#2b2412', '#120d00'],
  E: ['#fd9071', '#fda288', '#36211b', '#2e0e04'],
  F: ['#746f5b', '#b5af97', '#25241d', '#ffffff'],
  G: ['#ad97a2', '#cdbac4', '#2c272a', '#1b1318'],
  H: ['#627080', '#9fadbd', '#1f252b', '#ffffff'],
  other: ['#8d95a1', '#b9c0ca', '#23272d', '#101214'],
};

/** Custom properties of both themes; print is always light. */
export function themeCss(): string {
  return `:root{color-scheme:light dark;${declarations(LIGHT)}}
${segmentRules(SEGMENTS_LIGHT)}
@media screen and (prefers-color-scheme:dark){:root{${declarations(DARK)}}
${segmentRules(SEGMENTS_DARK)}}
@media print{:root{color-scheme:light}}`;
}

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');
}

function segmentRules(segments: Readonly<Record<SegmentColour, Quartet>>): string {
  return Object.entries(segments)
    .map(([name, [fill, text, tint, on]]) => `.s-${name}{--f:${fill};--ft:${text};--fb:${tint};--fo:${on}}`)
    .join('\n');
}
