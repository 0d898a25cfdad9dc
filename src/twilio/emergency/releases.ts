/** What may be taken from a phone's emergency calls only when it is asked for by name; `--yes` gives none of these. */
export const RELEASES = {
  'switch-emergency-calling':
    'switch the domain’s emergency calling, even if a phone’s 911 is then not shown to be placed',
  'switch-emergency-caller':
    'remove the domain’s emergency caller, even if a phone’s 911 depends on it',
  'switch-voice-url': 'point the domain at functions that are not shown to place 911',
  'switch-encryption':
    'require encryption, or stop requiring it, before the emergency phones are set up for it',
  'replace-addresses':
    'remove an emergency phone’s registered address; a replaced one is missing for half an hour',
  'end-emergency-phones': 'end a SIP password that an emergency phone may be using',
  'switch-call-backs':
    'point an emergency phone’s number at functions that are not shown to ring it',
} as const;

export type Release = keyof typeof RELEASES;

export const RELEASE_NAMES = Object.keys(RELEASES) as readonly Release[];

/** The option of the command line. */
export function optionOf(release: Release): string {
  return `--${release}`;
}
