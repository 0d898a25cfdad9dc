/** Light and dark, as the browser is. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c2024, #e8eaed);
  --dim: light-dark(#5c6670, #a3adb8);
  --paper: light-dark(#f4f5f7, #15181c);
  --card: light-dark(#fff, #1e2328);
  --line: light-dark(#8b949e, #6b7480);
  --act: light-dark(#1a4fba, #2f5fc4);
}
* { box-sizing: border-box }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 64rem; background: var(--paper); color: var(--ink);
  font: 16px/1.45 system-ui, 'DejaVu Sans', sans-serif;
}
h1 { margin: 0; font-size: 1.6rem }
h2 { margin: 0 0 .6rem; font-size: 1.1rem }
section { margin-top: 1rem; padding: 1rem 1.25rem; background: var(--card); border-radius: 8px }
section p { margin: .6rem 0 0; color: var(--dim) }
form { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end }
label { display: grid; gap: .2rem; color: var(--dim) }
input, select, button { font: inherit; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: 6px }
select { max-width: 18rem }
button { border-color: var(--act); background: var(--act); color: #fff; cursor: pointer }
pre { margin: .5rem 0 0; padding: .5rem .7rem; overflow-x: auto; background: var(--paper); border-radius: 6px }
code, pre, kbd { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .9em }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { padding: .35rem 1rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, var(--line) 40%, transparent) }
th { color: var(--dim); font-weight: 600 }
ul { margin: 0; padding-left: 1.2rem }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
`;
