/**
 * TwiML assets, rendered as Twilio renders a TwiML Bin: `{{From}}` and every other
 * request parameter, escaped (https://www.twilio.com/docs/serverless/twiml-bins).
 * Beside them stands what the Decision knows.
 */
import Mustache from 'mustache';
import {
  type Catalogue,
  type Decision,
  type Notice,
  NOTICES,
  type Reason,
  REASONS,
} from '../calls';
import type { Ring } from '../calls/decision';
import type { Effect } from '../calls/effects';
import { readParty } from '../calls/party';
import { type CallLanguage, CALL_LANGUAGES } from '../model/directory';
import { escapeXml } from '../model/xml';
import { withoutSeparators } from '../numbers/emergency';
import { readPhoneNumber } from '../numbers/phoneNumber';
import { actionOf } from './dial';
import { sipUriOf } from './sip';
import { spokenBy, type SpokenSentence } from './speech';
import type { Rendering } from './rendering';

/** What a template finds beside the request parameters, and before them. */
interface View {
  readonly callerId: string | undefined;
  readonly ringSeconds: number | undefined;
  /** When the call is cut off. */
  readonly timeLimitSeconds: number | undefined;
  /** Where Twilio reports how a Dial ended. */
  readonly action: string | undefined;
  /** Phones to ring. */
  readonly ring: readonly { readonly uri: string; readonly username: string }[];
  /** `{{#say.unavailable}}`: the sentence of a reason or a notice, in the language chosen or each of the site's. */
  readonly say: Readonly<Record<Reason | Notice, readonly SpokenSentence[]>>;
  /** `{{#in.en}}`: whether a language is to be heard, as the one chosen or as one of the site's. */
  readonly in: Readonly<Record<CallLanguage, boolean>>;
  /** `{{#e164}}{{To}}{{/e164}}`, as TwiML Bins know it: the telephone number in a SIP URI. */
  readonly e164: () => (inner: string, render: (inner: string) => string) => string;
}

/** The telephone number in a SIP URI or in what was dialled; nothing where there is none. */
function numberIn(text: string, country: string): string {
  const user = readParty(text.trim())?.user ?? '';
  const read = readPhoneNumber(withoutSeparators(user), country);
  return typeof read === 'string' ? '' : read.e164;
}

const REASON_CODES = Object.keys(REASONS) as Reason[];
const LONGEST_PARAMETER = 1_000;

/** The document of the TwiML asset that the Decision names; undefined when it names none that is there. */
export function renderTemplate(
  decision: Decision<Effect>,
  rendering: Rendering,
): string | undefined {
  const name = 'twiml' in decision ? decision.twiml : undefined;
  const text = name === undefined ? undefined : rendering.template(name);
  if (text === undefined) return undefined;
  const view = templateView(decision, rendering);
  return Mustache.render(text, view, undefined, { escape: escapeValue }).trim();
}

/** All names that a template may print, with their values. */
export function templateView(
  decision: Decision<Effect>,
  rendering: Omit<Rendering, 'template'>,
): View & Readonly<Record<string, unknown>> {
  return bare({ ...parametersOf(rendering), ...viewOf(decision, rendering) });
}

function viewOf(decision: Decision<Effect>, { site }: Omit<Rendering, 'template'>): View {
  const { language } = decision;
  const languages = language === undefined ? site.languages : [language];
  const spoken = (sentence: (words: Catalogue) => string): View['say'][Reason] =>
    spokenBy(sentence, { ...site, languages }).map((each) => bare(each));
  const say = Object.fromEntries([
    ...REASON_CODES.map((code) => [code, spoken(({ reasons }) => reasons[code])]),
    ...NOTICES.map((notice) => [notice, spoken(({ notices }) => notices[notice])]),
  ]) as View['say'];
  const inLanguages = Object.fromEntries(
    CALL_LANGUAGES.map((each) => [each, languages.includes(each)]),
  ) as View['in'];
  return {
    say: bare(say),
    in: bare(inLanguages),
    e164: () => (inner, render) => escapeXml(numberIn(render(inner), site.country)),
    ...(decision.kind === 'ring' ? ringView(decision) : NOBODY_TO_RING),
  };
}

/** Names them all, so that a request parameter cannot stand in for one. */
const NOBODY_TO_RING: Omit<View, 'say' | 'in' | 'e164'> = {
  callerId: undefined,
  ringSeconds: undefined,
  timeLimitSeconds: undefined,
  action: undefined,
  ring: [],
};

function ringView(decision: Ring & Pick<Decision, 'language'>): Omit<View, 'say' | 'in' | 'e164'> {
  return {
    callerId: decision.callerId,
    ringSeconds: decision.ringSeconds,
    timeLimitSeconds: decision.timeLimitSeconds,
    action: actionOf(decision, decision.language),
    ring: decision.extensions.map((username) =>
      bare({ username, uri: sipUriOf(username, decision.sipDomain) }),
    ),
  };
}

/** Without a prototype, so that `{{constructor}}` finds nothing. */
function bare<T extends object>(fields: T): T {
  return Object.assign(Object.create(null) as T, fields);
}

function parametersOf({ parameters }: Pick<Rendering, 'parameters'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, value.slice(0, LONGEST_PARAMETER)]),
  );
}

/** For text, attributes and comments, which `--` would break. */
function escapeValue(value: unknown): string {
  // `{{ring}}` prints nothing: a list is for a section.
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return escapeXml(String(value)).replace(/^-|-(?=-)|-$/g, '&#45;');
}
