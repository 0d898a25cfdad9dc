/** Where the message webhook is: the URL of MESSAGE_WEBHOOK_URL, in which a secret may stand. */

/** Said where it is none: never with its value. */
export const NO_WEBHOOK_URL = 'MESSAGE_WEBHOOK_URL is no https URL without user and password';

/** Whether it can be asked at all: fetch puts what it cannot parse into its error, and refuses a user. */
export function isWebhookUrl(text: string | undefined): text is string {
  if (text === undefined || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
