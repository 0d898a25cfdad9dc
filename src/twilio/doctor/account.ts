/** The account itself: whether Twilio connects its calls at all, and for how long. */
import { type CheckResult, type Examination, ok, warning, wrong } from './check';
import { CONSOLE } from './commands';
import type { Examined } from './examined';

export const ACCOUNT: readonly Examination[] = [
  { name: 'account.trial', needs: [], look: trial },
  { name: 'account.balance', needs: ['balance'], look: balance },
  { name: 'account.profile', needs: ['profiles'], look: profile },
];

/** In the account's own currency: a payphone's calls of some days. */
const LITTLE = 10;
const APPROVED = 'twilio-approved';

function trial({ account }: Examined): readonly CheckResult[] {
  if (!account) return [];
  if (account.type !== 'Trial') return [ok('it is not a trial account')];
  return [
    warning(
      'it is a trial account: it calls only numbers that you have verified, says so before each call, and may have no emergency calls',
      `Upgrade it: ${CONSOLE.billing}`,
    ),
  ];
}

/** A subaccount has none of its own. */
function balance({ balance: credit }: Examined): readonly CheckResult[] {
  if (!credit) return [];
  const text = `the account has ${credit.amount.toFixed(2)} ${credit.currency} left`;
  if (credit.amount >= LITTLE) return [ok(text)];
  const fix = `Add credit, or let Twilio recharge it: ${CONSOLE.billing}`;
  return credit.amount > 0
    ? [warning(`${text}: without credit, Twilio may connect no call`, fix)]
    : [wrong(`${text}: Twilio may connect no call without credit`, fix)];
}

function profile({ account, profiles }: Examined): readonly CheckResult[] {
  // The parent's may count; whether it does is not seen from here.
  if (account?.parent || !profiles) return [];
  if (profiles.includes(APPROVED)) return [ok('Twilio has approved a customer profile')];
  const state = profiles.length === 0 ? 'there is none' : `it is ${profiles.join(', ')}`;
  return [
    warning(
      `Twilio has approved no customer profile of the account (${state}): it may refuse calls (21216), or connect few at a time (10004)`,
      `Fill it in: ${CONSOLE.profiles}`,
    ),
  ];
}
