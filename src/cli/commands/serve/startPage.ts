/**
 * The page at the root of `npm start`: what is served, and what to try. It needs no script and nothing from
 * elsewhere. `pageHandler.cjs` answers with it; it is in no build.
 */
import { createHash } from 'node:crypto';
import { CALLBACKS } from '../../../runtime/model/callbacks';
import type { Directory, Extension, NumberRule } from '../../../runtime/model/directory';
import type { Project } from '../../../config/project';
import { Html, html } from '../../../phones/sheet/html';
import { numberText, phonesText, targetText } from '../../../simulate/drawing/words';
import { type Examples, OUTSIDE, sipUri } from './examples';
import { STYLE } from './startPageStyle';

/** As it is answered. */
export interface StartPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

const DOCS = [
  ['docs/getting-started.md', 'a first call on your machine, then your own phones'],
  ['docs/what-a-call-does.md', 'what happens to a call, step by step'],
  ['docs/menu-transcript.md', 'a call through the menus, request by request'],
  ['docs/explain.md', 'the same questions on the command line, with the reasons'],
] as const;

export function startPage(project: Project, examples: Examples): StartPage {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    html: pageOf(project, examples).text,
  };
}

function pageOf({ folder, directory }: Project, examples: Examples): Html {
  const { phones, commands, menuCommands } = examples;
  const { site, numbers } = directory;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${site.name} on this computer</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header>
          <h1>${site.name}</h1>
          <p>
            Served on this computer by <code>npm start</code>, from <code>${folder}</code>. Nobody
            is called: you see the TwiML that Twilio would be given.
          </p>
        </header>
        <main>
          ${phones.length > 0 && phoneForm(phones)} ${numbers.size > 0 && numberForm(directory)}
          <section aria-labelledby="terminal">
            <h2 id="terminal">In a terminal</h2>
            ${[...commands, ...menuCommands].map((line) => html`<pre tabindex="0">${line}</pre> `)}
          </section>
          ${phoneTable(phones, directory)} ${numberTable(directory)}
          <section aria-labelledby="docs">
            <h2 id="docs">To read</h2>
            <ul>
              ${DOCS.map(([file, about]) => html`<li><code>${file}</code>: ${about}</li> `)}
            </ul>
          </section>
        </main>
      </body>
    </html> `;
}

function phoneForm(phones: readonly Extension[]): Html {
  const options = phones.map(
    ({ name, username }) => html`<option value="${sipUri(username)}">${name}</option> `,
  );
  return html`<section aria-labelledby="dials">
    <h2 id="dials">A phone dials</h2>
    <form method="post" action="${CALLBACKS.outgoing.path}" target="_blank">
      <label
        >Phone
        <select name="From">
          ${options}
        </select></label
      >
      <label>dials <input name="To" value="${OUTSIDE.dialled}" autocomplete="off" /></label>
      <button>Show the TwiML</button>
    </form>
    <p>Also <kbd>#</kbd>, <kbd>0</kbd>, <kbd>911</kbd>, and the name of another phone.</p>
  </section>`;
}

function numberForm({ numbers }: Directory): Html {
  const options = [...numbers.keys()].map(
    (number) => html`<option value="${number}">${numberText(number)}</option> `,
  );
  return html`<section aria-labelledby="called">
    <h2 id="called">One of our numbers is called</h2>
    <form method="post" action="${CALLBACKS.incoming.path}" target="_blank">
      <label>From <input name="From" value="${OUTSIDE.caller}" autocomplete="off" /></label>
      <label
        >to
        <select name="To">
          ${options}
        </select></label
      >
      <button>Show the TwiML</button>
    </form>
  </section>`;
}

function phoneTable(phones: readonly Extension[], directory: Directory): Html {
  const wordsOf = (target: Extension['hash']) =>
    target ? targetText(target, directory) : 'nothing';
  return table(
    'phones',
    `Phones (${phones.length})`,
    ['Name', 'Username', '911', '#', '0'],
    phones.map(({ name, username, emergency, hash, zero }) => [
      name,
      username,
      emergency ? 'yes' : 'no',
      wordsOf(hash),
      wordsOf(zero),
    ]),
  );
}

function numberTable(directory: Directory): Html {
  const { numbers } = directory;
  return table(
    'numbers',
    `Numbers (${numbers.size})`,
    ['Number', 'A call to it'],
    [...numbers].map(([number, rule]) => [numberText(number), answerText(rule, directory)]),
  );
}

function answerText({ answer, ring, twiml }: NumberRule, directory: Directory): string {
  if (answer) return targetText(answer, directory);
  return ring.length > 0 ? `rings ${phonesText(ring, directory)}` : `TwiML ${twiml}`;
}

function table(
  id: string,
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  if (rows.length === 0) return html``;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <div class="wide" tabindex="0" role="region" aria-labelledby="${id}">
      <table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
