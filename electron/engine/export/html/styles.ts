// The style sheet of the exported page. No style attributes anywhere: positions are attributes of inline SVG, so that
// the page's own policy can allow this one sheet by its hash and nothing else.
import { themeCss } from './theme.ts';

const TYPE = `*{box-sizing:border-box}
html{font:400 14px/1.45 'Inter Variable','Inter','Segoe UI',system-ui,sans-serif;color:var(--t1);background:var(--page);-webkit-text-size-adjust:100%}
body{margin:0}
main{max-width:1080px;margin:24px auto;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:48px 56px 40px}
h1{font-size:36px;line-height:1.15;letter-spacing:-.02em;font-weight:680;margin:6px 0 8px;overflow-wrap:anywhere}
h2{font-size:22px;line-height:1.25;font-weight:640;letter-spacing:-.01em;margin:0}
h3{font-size:17px;line-height:1.3;font-weight:620;margin:0;overflow-wrap:anywhere}
h4{font-size:12px;line-height:1.35;font-weight:600;color:var(--t3);margin:0 0 6px}
p{margin:0}
.muted{color:var(--t3)}
.small{font-size:12px;line-height:1.4}
.draft{font-family:'Source Serif 4 Variable','Source Serif 4',Georgia,'Times New Roman',serif}
.num{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
.kicker{font-size:12px;font-weight:600;letter-spacing:.04em;color:var(--t3);text-transform:uppercase}
section{margin-top:44px}
.head{display:flex;align-items:baseline;gap:10px;flex-wrap:wrap;border-bottom:1px solid var(--t1);padding-bottom:8px;margin-bottom:4px}
`;

const COVER = `.facts{display:flex;flex-wrap:wrap;gap:4px 18px;color:var(--t2)}
.kpis{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));margin-top:28px;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.kpi{padding:14px 14px 14px 0}
.kpi+.kpi{padding-left:14px;border-left:1px solid var(--line)}
.kpi b{display:block;font-size:20px;line-height:1.3;font-weight:640;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.stack{display:block;width:100%;height:auto;margin-top:24px}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;margin-top:10px;font-size:13px}
.legend span{display:inline-flex;align-items:center;gap:6px}
svg{overflow:visible}
.fill{fill:var(--f)}
.hollow{fill:var(--fb);stroke:var(--f);stroke-width:1}
.mark{fill:var(--f)}
.ring{fill:var(--paper);stroke:var(--f);stroke-width:2}
.mark-t{fill:var(--fo);font:600 10px/1 'Inter Variable','Inter','Segoe UI',system-ui,sans-serif;text-anchor:middle}
.ring-t{fill:var(--ft)}
.grey{fill:var(--everyone)}
.track{fill:var(--line)}
.axis{stroke:var(--everyone);stroke-width:1}
.grid{stroke:var(--line);stroke-width:1}
.whisker{stroke:var(--t1);stroke-width:1.25;fill:none}
.tick{fill:var(--t3);font:400 11px/1 'Inter Variable','Inter','Segoe UI',system-ui,sans-serif;text-anchor:middle}
.glyph{flex:none;width:20px;height:20px;vertical-align:-5px}
`;

const SEGMENTS = `.segment{display:grid;grid-template-columns:256px 1fr;gap:14px 36px;padding:22px 0;border-bottom:1px solid var(--line);break-inside:avoid}
.name{display:flex;gap:8px;align-items:flex-start}
.name svg{margin-top:1px}
.bars{margin-top:12px;font-size:13px;color:var(--t2)}
.bars div{display:grid;grid-template-columns:96px 1fr;align-items:center;gap:10px;margin-top:4px}
.bars svg{width:96px;height:8px}
.bars b{color:var(--t1);font-variant-numeric:tabular-nums;font-weight:600}
.note{margin-top:12px;color:var(--t2);white-space:pre-line;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th{font-size:12px;font-weight:500;color:var(--t3);text-align:left;vertical-align:bottom;padding:0 10px 5px 0;line-height:1.3}
th.num{text-align:right}
td{padding:5px 10px 5px 0;border-top:1px solid var(--line);vertical-align:middle;overflow-wrap:anywhere}
td.num{overflow-wrap:normal}
th:last-child,td:last-child{padding-right:0}
td.chart,th.chart{width:244px;padding-left:14px}
.chart svg{display:block;width:220px;height:18px}
.index{table-layout:fixed}
.index th.num{width:86px}
.index th.chart+th.num{width:58px}
.rule{margin-top:14px;font-size:13px;color:var(--t2)}
.rule code{font:inherit;color:var(--t1);font-weight:500}
`;

const PERSONAS = `.cards{display:grid;grid-template-columns:1fr;gap:20px;margin-top:20px}
.card{border:1px solid var(--line2);border-radius:8px;overflow:hidden;break-inside:avoid}
.card-head{display:flex;gap:16px;align-items:center;padding:20px 24px 16px}
.card-head svg{flex:none;width:60px;height:60px}
.card-head h3{font-size:28px;line-height:1.15;font-weight:500}
.part{padding:10px 24px 8px;border-top:1px solid var(--line);display:grid;grid-template-columns:130px 1fr;gap:0 16px}
.part h4{padding-top:5px}
.phrase{display:flex;justify-content:space-between;gap:6px 16px;align-items:baseline;padding:2px 0}
.phrase .draft{font-size:17px;line-height:1.4;overflow-wrap:anywhere}
.chips{display:flex;gap:6px;flex-wrap:wrap;justify-content:flex-end;flex:none;max-width:46%}
.chip{display:inline-flex;gap:8px;border-radius:99px;background:var(--sunken);border:1px solid var(--line);padding:1px 9px;font-size:11.5px;line-height:18px;white-space:nowrap;font-variant-numeric:tabular-nums;color:var(--t2)}
.chip b{color:var(--t1);font-weight:620}
.chip.fading,.chip.weak{background:var(--warntint);border-color:var(--warnline);color:var(--warn)}
.chip.fading b,.chip.weak b{color:var(--warn)}
.quote{background:var(--sunken);border-top:1px solid var(--line);padding:14px 24px 18px}
.quote .draft{font-size:20px;line-height:1.35;font-style:italic;margin-top:4px}
.cannot{padding:12px 24px 16px;border-top:1px solid var(--line);color:var(--t2);font-size:13px}
`;

const PLAN = `.action{padding:20px 0;border-bottom:1px solid var(--line);break-inside:avoid}
.action-head{display:grid;grid-template-columns:1fr auto;gap:4px 24px;align-items:start}
.action .draft{font-size:17px;line-height:1.4;margin-top:4px;overflow-wrap:anywhere}
.offer{color:var(--t2);margin-top:2px;overflow-wrap:anywhere}
.verdict{border-radius:4px;padding:2px 8px;font-size:12px;line-height:18px;font-weight:550;max-width:300px}
.verdict.all{color:var(--ok);background:var(--oktint)}
.verdict.some{color:var(--warn);background:var(--warntint)}
.verdict.never{color:var(--bad);background:var(--badtint)}
.sums{margin-top:12px;display:grid;grid-template-columns:repeat(3,1fr);gap:0 28px}
.sum{border-top:1px solid var(--line);padding:7px 0}
.sum b{display:block;font-size:16px;font-weight:620;font-variant-numeric:tabular-nums}
.sum .how{font-size:12px;color:var(--t3);font-variant-numeric:tabular-nums}
.plan td{padding-top:8px;padding-bottom:8px;font-size:13px;overflow-wrap:break-word}
.plan tfoot td{border-top:2px solid var(--t1);font-weight:620;background:var(--sunken)}
.plan tfoot td:first-child,.plan tbody td:first-child,.plan th:first-child{padding-left:6px}
.plan{margin-top:16px}
.lane{display:block;width:100%;height:auto;margin-top:12px}
.lane-bg{fill:var(--fb);stroke:var(--f);stroke-width:1}
.lane-t{fill:var(--t1);font:500 12px/1 'Inter Variable','Inter','Segoe UI',system-ui,sans-serif}
.lane-m{fill:var(--t3);font-weight:400}
.method{display:grid;grid-template-columns:1fr 1fr;gap:0 40px;margin:8px 0 0}
.method div{display:grid;grid-template-columns:44% 1fr;gap:12px;border-bottom:1px solid var(--line);padding:6px 0;break-inside:avoid}
.method dt{color:var(--t3)}
.method dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.sources{margin-top:24px;font-size:13px;color:var(--t2)}
.sources dt{font-weight:600;color:var(--t1);margin-top:10px;overflow-wrap:anywhere}
.sources dd{margin:0}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);color:var(--t3);font-size:12px}
`;

const MEDIA = `@media (max-width:860px){main{margin:0;border:0;border-radius:0;padding:28px 20px}
.segment,.part,.method{grid-template-columns:1fr}
.sums{grid-template-columns:1fr}
.phrase{flex-wrap:wrap}.chips{max-width:100%;justify-content:flex-start}
.wide{overflow-x:auto}}
@page{size:A4;margin:14mm}
@media print{html{background:#fff;font-size:10.5px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main{max-width:none;margin:0;border:0;padding:0}
section{margin-top:26px}
.segment{grid-template-columns:190px 1fr;gap:10px 24px;padding:14px 0}
.head,h2,h3,h4{break-after:avoid}
td.chart,th.chart{width:180px}.index th.num{width:66px}.index th.chart+th.num{width:44px}.chart svg{width:160px;height:14px}
.wide{overflow:visible}}`;

/** @param fontCss `@font-face` rules with data: addresses, or nothing for the system's fonts */
export function pageCss(fontCss = ''): string {
  return [fontCss, themeCss(), TYPE, COVER, SEGMENTS, PERSONAS, PLAN, MEDIA].join('\n');
}
