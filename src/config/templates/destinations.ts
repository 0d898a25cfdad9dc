/**
 * Where a TwiML asset leads a call, at build time: no class of service is asked there, so no caller may
 * choose it, and nothing may stand there that only the directory can decide.
 */
import { SaxesParser } from 'saxes';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { emergencyNumber, type Numbering } from '../../runtime/numbers/emergency';
import { documentsOf } from './tags';

/** A number that a TwiML asset calls or writes to, as written. */
export interface WrittenNumber {
  readonly number: string;
  readonly file: string;
  readonly line: number;
  /** A call, or a text message. */
  readonly by: 'call' | 'message';
}

/** Elements whose text is called. */
const CALLED = new Set(['Dial', 'Number', 'Sip', 'Client', 'Sim', 'WhatsApp', 'Application']);
/** Elements whose text is a name that several calls meet at. */
const MEETING = new Set(['Conference', 'Queue', 'Enqueue', 'Room']);
/** Elements whose text is a URL. */
const FETCHED = new Set(['Redirect', 'Play']);
const IS_URL = /(?:url|callback|action|href)$/i;

/** Ours, or Twilio's own names for the call: no caller chooses them. */
const SAFE = new Set(['uri', 'username', 'action', 'CallSid', 'ParentCallSid', 'AccountSid']);

const TAG = /\uE000([^\uE001]*)\uE001/g;
const ANY_TAG = /\uE000[^\uE001]*\uE001/;

const NUMBERS_INSTEAD =
  'Write the number itself, or give callers `do: dialTone` in a menu, which checks their class.';
const EMERGENCY_INSTEAD =
  'Use a menu: 9-1-1 works in every menu, and `do: emergency` calls it with the phone’s address.';

interface Visit {
  readonly diagnostic: (message: string, fix: string, severity?: Diagnostic['severity']) => void;
  readonly number: (number: string, by: WrittenNumber['by']) => void;
  readonly numbering: Numbering;
}

/** What is wrong with where it leads, and the numbers written in it. */
export function destinationsOf(
  file: string,
  text: string,
  numbering: Numbering,
): {
  readonly diagnostics: readonly Diagnostic[];
  readonly numbers: readonly WrittenNumber[];
} {
  const diagnostics = new Map<string, Diagnostic>();
  const numbers = new Map<string, WrittenNumber>();
  const marked = (name: string) => `\uE000${encodeURIComponent(name)}\uE001`;
  for (const document of documentsOf(file, text, marked).documents) {
    const parser = new SaxesParser({ position: true });
    const leading = document.slice(0, document.length - document.trimStart().length);
    const line = () => parser.line + leading.split('\n').length - 1;
    const visit: Visit = {
      numbering,
      diagnostic: (message, fix, severity = 'error') => {
        const where = { file, line: line(), path: '' };
        diagnostics.set(`${where.line} ${message}`, { severity, where, message, fix });
      },
      number: (number, by) =>
        numbers.set(`${line()} ${number}`, { number, by, file, line: line() }),
    };
    walk(parser, document.trimStart(), visit);
  }
  return { diagnostics: [...diagnostics.values()], numbers: [...numbers.values()] };
}

function walk(parser: SaxesParser, document: string, visit: Visit): void {
  const open: { name: string; text: string }[] = [];
  const add = (text: string) => {
    const here = open.at(-1);
    if (here) here.text += text;
  };
  // What is not well-formed has been reported.
  parser.on('error', () => undefined);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, text: '' });
    for (const [attribute, value] of Object.entries(attributes)) {
      if (IS_URL.test(attribute)) visitUrl(`${attribute} of <${name}>`, value, visit);
      if (name === 'Sms' && attribute === 'to') visitCalled('to of <Sms>', value, 'message', visit);
    }
  });
  parser.on('closetag', () => {
    const { name = '', text = '' } = open.pop() ?? {};
    const value = text.trim();
    if (CALLED.has(name)) visitCalled(`<${name}>`, value, 'call', visit);
    if (FETCHED.has(name)) visitUrl(`<${name}>`, value, visit);
    if (MEETING.has(name)) visitMeeting(name, value, visit);
  });
  parser.write(document).close();
}

function visitCalled(where: string, value: string, by: WrittenNumber['by'], visit: Visit): void {
  // Headers of a SIP URI do not lead anywhere.
  const address = where === '<Sip>' ? (value.split('?')[0] ?? '') : value;
  const [name] = chosenIn(address);
  if (name !== undefined) {
    visit.diagnostic(
      `{{${name}}} in ${where} lets callers choose who is called, at your cost`,
      NUMBERS_INSTEAD,
    );
  }
  if (ANY_TAG.test(address)) return;
  const user = address.replace(/^sips?:/i, '').replace(/[@;].*$/s, '');
  const emergency = emergencyNumber(user, visit.numbering);
  if (emergency !== undefined) {
    const message = `\`${user}\` in ${where} calls ${emergency}, but a TwiML asset knows neither who is calling nor where to send help`;
    visit.diagnostic(message, EMERGENCY_INSTEAD);
  } else if (where !== '<Sip>' && /^[+\d\s().-]+$/.test(user)) {
    visit.number(user.replace(/[\s().-]/g, ''), by);
  }
}

/** A parameter may stand in the query or path of a URL, but not say whose it is. */
function visitUrl(where: string, value: string, visit: Visit): void {
  const start = value.split('\uE000')[0] ?? '';
  const [name] = chosenIn(value);
  if (name === undefined || /^(?:https?:\/\/[^/?#\s]+[/?#]|\/[^/])/i.test(start)) return;
  visit.diagnostic(
    `{{${name}}} in ${where} lets callers choose which URL Twilio requests`,
    'Write the URL itself; only its query may contain parameters.',
  );
}

function visitMeeting(element: string, value: string, visit: Visit): void {
  const [name] = chosenIn(value);
  if (name === undefined) return;
  const message = `{{${name}}} names the <${element}>: callers can join any other one`;
  visit.diagnostic(message, 'Write its name, or use {{CallSid}}.', 'warning');
}

/** Names in it that a caller, or a caller's telephone, can choose the value of. */
function chosenIn(value: string): string[] {
  return [...value.matchAll(TAG)]
    .map(([, name = '']) => decodeURIComponent(name))
    .filter((name) => !SAFE.has(name));
}
