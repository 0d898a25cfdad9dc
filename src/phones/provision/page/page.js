/* Asks the server every second, and shows what it says. What devices say is only ever text. */
/* global CSS document fetch navigator setInterval setTimeout TEXTS */
'use strict';

const BAD = [
  'broke-off',
  'cut',
  'too-large',
  'busy',
  'other-device',
  'wrong-token',
  'former-token',
  'no-token',
  'unknown-mac',
  'vendor-file-missing',
];
const byId = (id) => document.getElementById(id);
let language;
let shown = '';
let latest;

/** An element with children; strings become text, never markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? '?'));
const words = () => TEXTS[language];
const clock = (at) => new Date(at).toLocaleTimeString(language, { hour12: false });
const countdown = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const withColons = (mac) => mac.replace(/..(?=.)/g, '$&:');
const stateText = ({ state, secondsLeft }) =>
  fill(words()[state], { time: countdown(secondsLeft) });
const resultText = ({ outcome, times = 1, passwords }) =>
  fill(words().outcome[outcome] ?? outcome, { ...passwords }) + (times > 1 ? ` (${times}×)` : '');
const agentText = ({ agent, agentText: other }) =>
  agent ? `${agent.product} ${agent.firmware}` : (other ?? '');

async function press(action, extension) {
  const csrf = document.querySelector('meta[name=csrf]').content;
  const answer = await fetch(action, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': csrf },
    body: JSON.stringify({ extension }),
  });
  if (!answer.ok) {
    const { error, fix } = await answer.json().catch(() => ({ error: words().lost }));
    notice([error, fix].filter(Boolean).join(' '), 10_000);
  }
  await refresh();
}

let noticeUntil = 0;
function notice(text, milliseconds = 0) {
  if (milliseconds === 0 && Date.now() < noticeUntil) return;
  noticeUntil = Date.now() + milliseconds;
  byId('notice').textContent = text ?? '';
  byId('notice').hidden = !text;
}

function buttons({ state, extensions: [extension] }, { minutes }) {
  const open = element(
    'button',
    { class: state === 'closed' ? 'primary' : '', onclick: () => press('/open', extension) },
    state === 'closed' ? fill(words().openFor, { minutes }) : words().openAgain,
  );
  const close = element('button', { onclick: () => press('/close', extension) }, words().close);
  return state === 'closed' ? [open] : state === 'done' ? [open, close] : [close];
}

const SVG = 'http://www.w3.org/2000/svg';
function qrImage({ size, path }) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', words().qr);
  const dark = document.createElementNS(SVG, 'path');
  dark.setAttribute('d', path);
  svg.append(dark);
  return svg;
}

/** One after another, so that the server says of each what it cannot have. */
async function openAll() {
  const closed = latest.devices.filter(({ state }) => state === 'closed');
  for (const { extensions } of closed) await press('/open', extensions[0]);
}

function provisioningUrl({ where, address, qr }) {
  const copy = element(
    'button',
    {
      onclick: async () => {
        await navigator.clipboard.writeText(address);
        copy.textContent = words().copied;
        setTimeout(() => (copy.textContent = words().copy), 2_000);
      },
    },
    words().copy,
  );
  return element(
    'div',
    { class: 'address' },
    element(
      'p',
      { class: 'what' },
      fill(words().typeAddress, { where: where[language].replaceAll('`', '') }),
    ),
    element('div', {}, element('code', {}, address), copy),
    qrImage(qr),
  );
}

function events(list, unknownDevices) {
  if (list.length === 0) return undefined;
  const columns = unknownDevices ? [...words().columns, words().from] : words().columns;
  const rows = list.map((event) => {
    const result =
      event.outcome === 'handed-over' ? 'good' : BAD.includes(event.outcome) ? 'bad' : '';
    return element(
      'tr',
      { class: result },
      element('td', {}, clock(event.at)),
      element('td', {}, element('code', {}, `${event.method} ${event.file}`)),
      element('td', { class: 'result' }, resultText(event)),
      element('td', {}, agentText(event)),
      ...(unknownDevices ? [element('td', {}, event.address)] : []),
    );
  });
  const head = element('tr', {}, ...columns.map((text) => element('th', {}, text)));
  return element('div', { class: 'scroll' }, element('table', {}, head, ...rows));
}

function device(one, view) {
  const { id, name, model, mac, extensions, events: list } = one;
  const warnings = list[0]?.warnings ?? [];
  const said = [model, mac, `${words().extension} ${extensions.join(', ')}`];
  return element(
    'article',
    { class: one.state, id: `device-${id}` },
    element(
      'div',
      { class: 'top' },
      element(
        'div',
        {},
        element('h2', {}, name),
        element('p', { class: 'what' }, said.filter(Boolean).join(' · ')),
      ),
      element(
        'div',
        { class: 'side' },
        element('span', { class: 'state' }, stateText(one)),
        ...buttons(one, view),
      ),
    ),
    ...(words().next[one.next] ? [element('p', { class: 'next' }, words().next[one.next])] : []),
    ...(one.provisioningUrl ? [provisioningUrl(one.provisioningUrl)] : []),
    ...warnings.map((warning) =>
      element(
        'p',
        { class: 'warning' },
        fill(words().warnings[warning.kind], {
          model,
          mac,
          said: warning.kind === 'mac' ? withColons(warning.said) : warning.said,
        }),
      ),
    ),
    events(list, false),
  );
}

function unknownDevices({ unknownDevices: list, toAdd }) {
  const entries = toAdd.map((entry) => element('p', {}, element('code', {}, entry)));
  return [
    element('h2', {}, words().unknownDevices),
    ...(entries.length > 0 ? [element('p', { class: 'what' }, words().add), ...entries] : []),
    events(list, true),
  ];
}

function show(view) {
  document.documentElement.lang = language;
  byId('title').textContent = words().title;
  byId('site').textContent = `${view.site} · ${words().environment}: ${view.environment}`;
  byId('footer').textContent = words().footer;
  const others = view.languages.filter((other) => other !== language);
  byId('languages').replaceChildren(
    ...others.map((other) =>
      element('button', { lang: other, onclick: () => choose(other) }, TEXTS[other].language),
    ),
  );
  byId('hint').textContent = view.devices.length > 0 ? words().hint : words().noDevices;
  const closed = view.devices.filter(({ state }) => state === 'closed').length;
  const all = element('button', { id: 'openAll', onclick: openAll }, fill(words().openAll, view));
  byId('all').replaceChildren(...(closed > 1 ? [all] : []));
  const active = ({ state, events: { length } }) => (state === 'closed' ? (length > 0 ? 1 : 2) : 0);
  const sorted = [...view.devices].sort((a, b) => active(a) - active(b));
  byId('devices').replaceChildren(...sorted.map((one) => device(one, view)));
  byId('unknownDevices').hidden = view.unknownDevices.length === 0;
  byId('unknownDevices').replaceChildren(...unknownDevices(view).filter(Boolean));
}

function choose(other) {
  language = other;
  shown = '';
  update(latest);
}

/** Builds anew only where something has happened: else a click or a selection would be lost. */
function update(view) {
  latest = view;
  language ??= view.languages[0];
  const still = JSON.stringify(view, (key, value) =>
    key === 'now' || key === 'secondsLeft' ? undefined : value,
  );
  if (still !== shown) show(view);
  shown = still;
  for (const one of view.devices) {
    document.querySelector(`#device-${CSS.escape(one.id)} .state`).textContent = stateText(one);
  }
  notice(view.loopbackOnly ? fill(words().loopbackOnly, view) : undefined);
}

async function refresh() {
  try {
    update(await (await fetch('/state')).json());
  } catch {
    notice((TEXTS[language] ?? TEXTS.en).lost);
  }
}

void refresh();
setInterval(refresh, 1_000);
