/**
 * The directory of an operator who comes from functions of their own: as `dialtone import futel` makes it,
 * and as it is edited from there.
 */
import { futelDirectory } from '../../../src/import/futel/futel';
import type { Files } from '../operator';

export const HOUSE = '+15035550100';
/** `hut` is a hotline: lifting it sends `#`. */
export const PHONES = {
  clinton: '+15035550101',
  alder: '+15035550102',
  hut: '+15035550103',
} as const;

export interface Edited {
  readonly mode: 'menus' | 'webhook' | 'direct';
  readonly dials: '911' | '+1911';
  readonly secure: boolean;
  readonly addresses: boolean;
  /** `alder` is no phone any more. */
  readonly without: boolean;
  /** The password generation of `clinton`. */
  readonly generation: number;
}

/** As it is imported. */
export const IMPORTED: Edited = {
  mode: 'menus',
  dials: '+1911',
  secure: false,
  addresses: false,
  without: false,
  generation: 0,
};

const ADDRESS = '{ street: 200 Example Street, city: Portland, region: OR, postalCode: 97211 }';

const written = new Map<string, Files>();

/** Imported once for all that are edited alike. */
export function filesOf(edited: Edited): Files {
  const key = JSON.stringify(edited);
  const files = written.get(key) ?? importedFiles(edited);
  written.set(key, files);
  return files;
}

function importedFiles(edited: Edited): Files {
  const phones = Object.entries(PHONES).filter(
    ([username]) => !(edited.without && username === 'alder'),
  );
  const entries = phones.map(([username, number]) => [
    username,
    { outgoing: 'outgoing_portland', caller_id: number, enable_emergency: true },
  ]);
  const options = { name: 'Live Phones', sipDomainPrefix: 'direct-futel', houseNumber: HOUSE };
  const { files } = futelDirectory(Object.fromEntries(entries), options);
  const written = Object.entries(files).map(([name, text = '']) => [
    name,
    name === 'site.yaml'
      ? siteOf(text, edited)
      : name === 'extensions.yaml'
        ? phonesOf(text, edited)
        : text,
  ]);
  return Object.fromEntries(written) as Files;
}

function siteOf(text: string, { mode, dials, secure }: Edited): string {
  const site = text.replaceAll(
    'emergency: menus',
    `emergency: ${mode}${secure ? ', secure: true' : ''}`,
  );
  return dials === '911' ? site.replace('dial911As: +1911', '') : site;
}

function phonesOf(text: string, { mode, addresses, generation }: Edited): string {
  let username = '';
  const lines = text.split('\n').flatMap((line) => {
    const key = /^([a-z]+):$/.exec(line)?.[1];
    if (key !== undefined) {
      username = key;
      return [mode === 'direct' ? `${PHONES[key as keyof typeof PHONES]}:` : line];
    }
    if (username === 'hut' && line.includes('dial911As'))
      return ['  dial911As: keys', '  hash: { do: dialTone }'];
    if (username === 'clinton' && line.includes('passwordGeneration')) {
      return [`  passwordGeneration: ${generation}`];
    }
    return addresses && line.includes('emergency: true') ? [line, `  address: ${ADDRESS}`] : [line];
  });
  return lines.join('\n');
}
