/** Who may ask: the account with its token, or with an API key. */
import type { ApiRequest, Route } from './contract';

export interface Secrets {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKey: { readonly sid: string; readonly secret: string };
}

/** Another account's path is refused as another account's token is. */
export function isAuthorized(
  { headers, path }: ApiRequest,
  { accountSid, authToken, apiKey }: Secrets,
  route: Route | undefined,
): boolean {
  const [, basic = ''] = /^Basic (.+)$/.exec(headers['authorization'] ?? '') ?? [];
  const given = Buffer.from(basic, 'base64').toString();
  const byToken = given === `${accountSid}:${authToken}`;
  const byKey = given === `${apiKey.sid}:${apiKey.secret}` && !route?.tokenOnly;
  const account = /^\/2010-04-01\/Accounts\/(AC[0-9a-fA-F]{32})\b/.exec(path)?.[1];
  return (byToken || byKey) && (account === undefined || account === accountSid);
}
