/** What the phone itself does with keys, before anybody is asked. */
import { sentBy } from '../dialplan/sent';
import type { PhoneSettings } from '../phone';

type Plan = Pick<PhoneSettings, 'dialPlan' | 'model'>;

/** Whether it sends them as they were pressed. */
export function sends(keys: string, settings: Plan): boolean {
  return sentFor(keys, settings) === keys;
}

/** What leaves it; undefined where nothing does. An app sends whatever is typed. */
export function sentFor(keys: string, { dialPlan, model }: Plan): string | undefined {
  return model.softphone ? keys : sentBy(dialPlan, keys);
}
