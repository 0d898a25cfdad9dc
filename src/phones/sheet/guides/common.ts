/** What several kinds of phones have in common. */
import type { PhoneSettings } from '../../phone';
import { EMPTY, type Page, say, type Said, type Text, unproven, type Value } from '../guide';

export const NETWORK_CABLE = say(
  'Network cable from the router or switch into its network socket.',
  'Cable de red del router o switch a su conector de red.',
);
export const POWER = say(
  'Its own power supply last.',
  'Su propia fuente de alimentación al final.',
);
export const POWER_OR_POE = say(
  'Power: from the switch (PoE), or its own supply.',
  'Corriente: del switch (PoE) o de su propia fuente.',
);

/** The telephone on an adapter. */
export function telephoneInto(socket: string): Said {
  return say(
    `The telephone into the socket \`${socket}\`, never into a telephone company's line.`,
    `El teléfono al conector \`${socket}\`, nunca a la línea de una compañía telefónica.`,
  );
}

/** The voice menu of an adapter. A hotline dials as soon as it is lifted, and has it no more. */
export function liftAndPress({ dial }: PhoneSettings, keys: Text): Said {
  return dial === 'hotline'
    ? unproven(
        `Before it is a hotline, which dials at once: lift the handset and press ${keys.en}`,
        `Antes de ser línea directa, que marca de inmediato: levante el auricular y marque ${keys.es}`,
      )
    : unproven(`Lift the handset and press ${keys.en}`, `Levante el auricular y marque ${keys.es}`);
}

/** @param said how sure it is: `say` unless given. */
export function browserTo(address: string, login: Text, said = say): Said {
  return said(
    `In a browser on the same network: \`${address}\`. ${login.en}`,
    `En un navegador de la misma red: \`${address.replace('<address>', '<dirección>')}\`. ${login.es}`,
  );
}

/** Where it goes on a web page that calls it by name. */
export const ADMIN_PASSWORD: Text = { en: 'Admin password', es: 'Contraseña de administrador' };

export function adminPassword(
  { adminPassword }: PhoneSettings,
  field: string | Text = ADMIN_PASSWORD,
): Value {
  return { field, value: adminPassword, secret: true };
}

/** How its calls are encrypted, where the domain takes no others. */
export function encryption(
  { secureMedia }: PhoneSettings,
  field: string | Text,
  value: string | Text,
): readonly Value[] {
  return secureMedia ? [{ field, value, secure: true }] : [];
}

/** The same, where the device has a page or menu of its own for it. */
export function encryptionPage(settings: PhoneSettings, page: Page): readonly Page[] {
  const values = page.values.flatMap(({ field, value }) => encryption(settings, field, value));
  return values.length > 0 ? [{ ...page, values }] : [];
}

/** Nobody copies more than this by hand without a slip; the file has it. */
export const LONGEST_TO_TYPE = 320;

export function dialPlanValue(field: string, plan: string): Value {
  const value: string | Text =
    plan === ''
      ? EMPTY
      : plan.length <= LONGEST_TO_TYPE
        ? plan
        : { en: '(long: from its file only)', es: '(largo: solo de su archivo)' };
  return { field, value, dialPlan: true };
}

/** The MAC address typed as a password on keys that have no letters. */
export const MAC_AS_PASSWORD = unproven(
  'It asks for a password: the MAC address, letters as well. A soft key changes between digits and letters.',
  'Pide una contraseña: la dirección MAC, también las letras. Una tecla de pantalla cambia entre números y letras.',
);

export const MAYBE_OTHER_FIRMWARE = unproven(
  'Other software versions may name the menu differently.',
  'Otras versiones del software pueden llamar distinto al menú.',
);
