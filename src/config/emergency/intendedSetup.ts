/** How a phone stands in the table of emergency calls once the directory is what Twilio holds. Pure. */
import type { Form, EmergencySetup } from './answer';
import type { PhoneSource } from '../compile/provisioning';
import type { DialledForm, EmergencyMode, PhoneForm } from '../../runtime/model/directory';

/** Of a phone that may call for help. */
export interface Caller {
  readonly username: string;
  readonly number?: string | undefined;
  readonly dial911As?: PhoneForm | undefined;
  /** Absent where the directory does not say which phone it is. */
  readonly phone?: Pick<PhoneSource, 'dial' | 'model'> | undefined;
}

/** Whether Twilio's emergency calling is on in this mode. */
export function isFlagOn(mode: EmergencyMode | undefined): boolean {
  return mode === 'direct' || mode === 'menus';
}

/** With everything deployed, applied and registered, and nothing tried. */
export function intendedSetup(
  caller: Caller,
  mode: EmergencyMode | undefined,
  dials: DialledForm = '911',
): EmergencySetup {
  return {
    flag: isFlagOn(mode),
    emergencyCaller: false,
    voiceUrl: 'shown',
    name: nameOf(caller),
    number: 'registered',
    credential: true,
    hotline: isHotline(caller),
    dials,
    drilled: false,
  };
}

/** Whether it dials nothing but `#` by itself. */
export function isHotline({ phone, dial911As }: Caller): boolean {
  if (phone === undefined) return dial911As === 'keys';
  return phone.dial === 'hotline' && !isApp(phone);
}

/** Models without a handset that is lifted, and without a dial plan: all that is typed is dialled as it is. */
export const APPS: readonly string[] = ['linphone'];

export function isApp({ model }: Pick<PhoneSource, 'model'>): boolean {
  return APPS.includes(model);
}

/** What becomes of 911 where it is dialled on the phone. */
export function formOf({ dial911As }: Pick<Caller, 'dial911As'>): Exclude<Form, 'keys'> {
  return dial911As === '1911' ? 'prefixed' : 'dialled';
}

export function nameOf({
  username,
  number,
}: Pick<Caller, 'username' | 'number'>): EmergencySetup['name'] {
  if (username === number) return 'own number';
  return username.startsWith('+') ? 'other number' : 'word';
}
