/** What the phone itself does with keys, before anybody is asked: by its compiled plan, in its own grammar. */
import {
  type Grammar,
  grandstreamDialPlan,
  polycomDialPlan,
  simulate,
  spaDialPlan,
  yealinkDialPlan,
} from '../../../tools/dial-plan-simulator/compile';
import type { Options } from '../../../tools/dial-plan-simulator';
import type { Family, PhoneSettings } from '../phone';

type Plan = Pick<PhoneSettings, 'dialPlan' | 'dial' | 'model'>;

/** Whether it sends them as they were pressed. */
export function sends(keys: string, settings: Plan): boolean {
  return sentFor(keys, settings) === keys;
}

/** What leaves it: of 911 perhaps 1911; undefined where nothing does. An app sends whatever is typed. */
export function sentFor(keys: string, settings: Plan): string | undefined {
  return SENT[settings.model.family](keys, settings);
}

type Sends = (keys: string, settings: Plan) => string | undefined;

const grandstream: Sends = (keys, { dialPlan, dial }) => {
  const { plan, keyTimeout } = grandstreamDialPlan(dialPlan, dial);
  return sent('grandstream', plan, keys, { keyTimeoutSeconds: Number(keyTimeout) });
};
const polycom: Sends = (keys, { dialPlan, dial }) => {
  const { digitmap, timeOut } = polycomDialPlan(dialPlan, dial);
  return sent('polycom', digitmap, keys, { timeOut });
};

const SENT: Readonly<Record<Family, Sends>> = {
  spa: (keys, { dialPlan, dial }) => {
    const { plan, interdigitLong, interdigitShort } = spaDialPlan(dialPlan, dial);
    const longSeconds = Number(interdigitLong);
    return sent('spa', plan, keys, { longSeconds, shortSeconds: Number(interdigitShort) });
  },
  'grandstream-ht': grandstream,
  'grandstream-gxp': grandstream,
  'polycom-legacy': polycom,
  'polycom-uc': polycom,
  yealink: (keys, { dialPlan, dial }) => {
    const { string, shortTimer, longTimer } = yealinkDialPlan(dialPlan, dial);
    const shortSeconds = Number(shortTimer);
    return sent('yealink', string, keys, { shortSeconds, longSeconds: Number(longTimer) });
  },
  linphone: (keys) => keys,
};

function sent<G extends Grammar>(
  grammar: G,
  plan: string,
  keys: string,
  options: Options[G],
): string | undefined {
  const pressed = [...keys].map((key) => ({ key, pauseMs: 0 }));
  const outcome = simulate(grammar, plan, pressed, options);
  return outcome.kind === 'sent' ? outcome.digits : undefined;
}
