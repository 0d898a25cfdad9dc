/** What a test with 933 proves, of those who say that they made it. Pure. */
import { whoPlaces } from '../../config/emergency/emergencyRouting';
import type { Form } from '../../config/emergency/answer';
import { UserError } from '../../diagnostics/errors';
import type { Actual } from '../actual';
import type { Desired } from '../desired';
import type { Drill } from './drills';
import { NOT_ASKED, type FunctionAnswers } from './evidence';
import { type EmergencyPhone } from './phones';
import { setupOf } from './setup';

export interface Drilled {
  /** When 933 was called and the right address heard: an ISO date, or date and time. */
  readonly when: string;
  /** Usernames; all that need a test when not given. */
  readonly phones?: readonly string[] | undefined;
  readonly form: Form;
}

/**
 * The records of it, one for each kind of name.
 *
 * @throws UserError where it proves nothing: Twilio was set otherwise then, the call takes another way, or
 *   it has not happened yet.
 */
export function drillsOf(
  drilled: Drilled,
  desired: Desired,
  actual: Actual,
  now: Date,
  answers: FunctionAnswers = NOT_ASKED,
): Drill[] {
  const at = momentOf(drilled.when, actual, now);
  const named = drilled.phones ?? needing(drilled.form, desired, actual);
  const made = new Map<Drill['name'], string[]>();
  for (const username of named) {
    const phone = desired.emergencyPhones.find((one) => one.username === username);
    if (!phone) {
      throw new UserError(
        `${username} is not a phone of ${desired.environment} that may call 911`,
        'Name phones with `emergency: true`, by their SIP usernames.',
      );
    }
    const setup = setupNow(phone, desired, actual);
    refuseOtherRoute(phone, drilled.form, setup);
    refuseOtherFunctions(phone, answers);
    made.set(setup.name, [...(made.get(setup.name) ?? []), username]);
  }
  if (made.size === 0) {
    throw new UserError(
      `No phone of ${desired.environment} needs such a test with Twilio's current settings`,
      'A test counts only for the setting under which it was made: switch stage first, and test there.',
    );
  }
  return [...made].map(([name, phones]) => ({
    at: at.toISOString(),
    phones,
    form: drilled.form,
    flag: actual.domain?.emergencyCallingEnabled ?? false,
    name,
    dials: desired.dials,
  }));
}

function needing(form: Form, desired: Desired, actual: Actual): string[] {
  return desired.emergencyPhones
    .filter((phone) => {
      const { by, proof } = whoPlaces(form, setupNow(phone, desired, actual));
      return by === 'functions' && proof === 'silent';
    })
    .map(({ username }) => username);
}

/** That somebody heard their address proves that the functions answered. */
function setupNow(phone: Omit<EmergencyPhone, 'known'>, desired: Desired, actual: Actual) {
  const seen = { shown: true, drilled: false };
  return setupOf({ ...phone, known: true }, actual, desired, seen);
}

function refuseOtherRoute(
  { username }: { readonly username: string },
  form: Form,
  setup: ReturnType<typeof setupNow>,
): void {
  if (setup.voiceUrl !== 'shown') {
    throw new UserError(
      `A test from ${username} proves nothing about these functions: the domain's voice URL does not point to them`,
      'Deploy and apply first, then dial 933.',
    );
  }
  const { by, source } = whoPlaces(form, setup);
  if (by === 'functions') return;
  throw new UserError(
    `A test from ${username} proves nothing about these functions: Twilio does not ask them (${source})`,
    'A test counts only for the setting under which it was made: switch stage first, and test there.',
  );
}

/** What was heard was said by what is deployed, and that is not what the directory says. */
function refuseOtherFunctions(
  { username }: { readonly username: string },
  answers: FunctionAnswers,
): void {
  const why = answers.whyNone === undefined ? answers.phones.get(username) : undefined;
  if (why === undefined) return;
  throw new UserError(
    `A test from ${username} proves nothing about this directory: ${why}`,
    'Deploy, then dial 933 again.',
  );
}

/** Not before the domain was set as it is now: what was heard under another setting proves nothing. */
function momentOf(when: string, { domain }: Actual, now: Date): Date {
  const day = /^\d{4}-\d\d-\d\d$/.test(when);
  const at = new Date(day ? `${when}T00:00` : when);
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?$/.test(when) || Number.isNaN(at.getTime())) {
    throw new UserError(`${when} is not a date`, 'Write it like 2026-11-30, or 2026-11-30T17:20.');
  }
  if (at > now) throw new UserError(`${when} is in the future`, 'Dial 933 first, and listen.');
  const since = domain?.dateUpdated;
  if (since && at < since) {
    throw new UserError(
      `The SIP domain was changed on ${since.toISOString()}: a test of ${when} proves nothing about its current settings`,
      day
        ? 'If you tested after that, on the same day, give the time too: 2026-11-30T17:20.'
        : 'Dial 933 again.',
    );
  }
  return at;
}
