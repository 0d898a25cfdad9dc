/** What may be taken from a phone's emergency calls only when it is asked for by name; `--yes` gives none of these. */
export const RELEASES = {
  'switch-emergency-calling':
    'switch the domain’s emergency calling, though somebody’s 911 is not shown to be placed afterwards',
  'switch-emergency-caller':
    'take off the domain’s emergency caller, though it alone places somebody’s 911',
  'switch-voice-url': 'point the domain at functions that are not shown to place 911',
  'switch-encryption':
    'demand encryption, or stop to, before the emergency phones are set up for it',
  'replace-addresses':
    'take the registered address from an emergency phone; replaced, it has none for half an hour',
  'end-emergency-phones': 'end a SIP password with which an emergency phone may be calling',
  'switch-call-backs':
    'have an emergency phone’s number answered by functions that are not shown to ring it',
} as const;

export type Release = keyof typeof RELEASES;

export const RELEASE_NAMES = Object.keys(RELEASES) as readonly Release[];

/** The option of the command line. */
export function optionOf(release: Release): string {
  return `--${release}`;
}
