/** Whether the emergency service can call a phone back. */
import type { Actual, ActualNumber } from '../actual';
import { incomingUrls } from '../client/urls';
import type { EmergencyContext } from './context';
import type { EmergencyPhone } from './phones';
import { answersNothing, bare } from './setup';

export function callBackLost(
  { number }: EmergencyPhone,
  { desired, evidence }: EmergencyContext,
  before: Actual,
  after: Actual,
): string[] {
  const [from, to] = [before, after].map(({ numbers }) => numbers.get(number));
  if (!from || !to || whoAnswers(from) === undefined || whoAnswers(from) === whoAnswers(to))
    return [];
  const { deployment } = after;
  const ours =
    deployment && bare(incomingUrls(desired.environment, deployment.domainName).voiceUrl);
  if (whoAnswers(to) !== ours) return [`nobody could call it back at ${number}`];
  const why = evidence.whyNotRung(number);
  return why === undefined ? [] : [`a call back to ${number} would ring nobody: ${why}`];
}

/** A trunk wins over an application, and that over the URL. */
function whoAnswers(one: ActualNumber): string | undefined {
  return (
    one.trunkSid ||
    one.voiceApplicationSid ||
    (answersNothing(one.voiceUrl) ? undefined : bare(one.voiceUrl))
  );
}
