/** How a sheet looks: black on white, for one side of Letter or A4. */
export const STYLE = `
@page { size: auto; margin: 9mm 11mm; }
:root { --line: #9aa3ab; --dim: #4a525a; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body {
  margin: 0 auto; padding: 6mm; max-width: 210mm;
  font: 8.5pt/1.3 system-ui, 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif;
}
@media print { body { padding: 0; max-width: none; } }
article + article { break-before: page; margin-top: 12mm; }
@media print { article + article { margin-top: 0; } }
header { border-bottom: 1.6pt solid #000; padding-bottom: 1.6mm; }
h1 { margin: 0; font-size: 16pt; line-height: 1.15; overflow-wrap: anywhere; }
header p { margin: 0.6mm 0 0; color: var(--dim); }
header b { color: #000; overflow-wrap: anywhere; }
.facts span { display: inline-block; margin-right: 4mm; }
main { display: grid; grid-template-columns: 54% 1fr; grid-template-rows: auto 1fr; gap: 0 6mm; }
.steps { grid-column: 1; grid-row: 1 / span 2; }
.first { grid-column: 2; }
.steps ~ div { grid-column: 2; }
section { break-inside: avoid; margin-top: 2mm; }
h2 { margin: 0 0 0.8mm; font-size: 10.4pt; }
h2 i { font-style: normal; display: inline-block; min-width: 4.6mm; margin-right: 1.4mm;
  border: 1pt solid #000; border-radius: 50%; text-align: center; font-size: 8.4pt; line-height: 4.2mm; }
h3 { margin: 1.2mm 0 0.4mm; font-size: 8.9pt; color: var(--dim); }
ul, ol { margin: 0; padding-left: 4.4mm; }
li { margin: 0.35mm 0; }
p { margin: 0.5mm 0; }
kbd, code { font: 600 0.95em 'DejaVu Sans Mono', 'Liberation Mono', Consolas, monospace; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
td, th { padding: 0.25mm 1.2mm 0.25mm 0; border-top: 0.4pt solid var(--line); text-align: left;
  vertical-align: top; font-weight: normal; }
th { width: 37%; color: var(--dim); }
td { font: 600 0.97em/1.3 'DejaVu Sans Mono', 'Liberation Mono', Consolas, monospace; overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
sup { line-height: 0; }
.label div + div { margin-top: 1.2mm; }
.lights td { font: inherit; }
.lights th { width: 34%; color: #000; }
.box { border: 1pt solid #000; padding: 1.2mm 2mm; }
.label { border: 1pt dashed #000; padding: 1.6mm 2.4mm; text-align: center; }
.label strong { display: block; font-size: 13pt; line-height: 1.2; text-transform: uppercase; }
.label span { display: block; }
.card td, .card th { font: inherit; font-size: 12pt; line-height: 1.35; color: #000; padding: 1mm 2mm 1mm 0; width: auto; }
.card th { width: 34%; font-weight: 700; white-space: nowrap; }
.card .label { margin-top: 3mm; }
.card .label strong { font-size: 16pt; }
.card .label span { font-size: 12pt; }
.never { font-weight: 700; }
.qr { width: 34mm; height: 34mm; display: block; margin: 1mm 0; }
footer { margin-top: 2.4mm; border-top: 0.6pt solid #000; padding-top: 1mm; color: var(--dim); }
footer p { margin: 0; }
`;
