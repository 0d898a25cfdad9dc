/**
 * SIP credentials (https://www.twilio.com/docs/voice/sip/api/sip-credential-resource). Twilio keeps
 * no password in clear, nor does the stand-in.
 */
import { createHash } from 'node:crypto';
import { badRequest, type Call, type Route, type State } from '../contract';
import { page2010 } from '../paging';
import { bySid, remove, text, without } from '../records';
import { listOf } from './credentialLists';
import { DELETED, newestFirst, rendered, route, uriOf } from './paths';
import type { Credential } from './state';

declare module '../contract' {
  interface Switches {
    /** The dictionary lists the same causes under both. */
    credentialErrorCode: 21243 | 21240;
    /** Whether a new password moves `date_updated`. */
    passwordMovesDate: boolean;
  }
}

const LIST = '/SIP/CredentialLists/{CredentialListSid}/Credentials.json';
const ONE = '/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}.json';
const MOST_CREDENTIALS = 1_000;
const LONGEST_USERNAME = 32;
const SHORTEST_PASSWORD = 12;

export const credentialRoutes: readonly Route[] = [
  route('GET', LIST, (call) =>
    page2010(call, {
      key: 'credentials',
      items: newestFirst(credentialsOf(call)),
      id: ({ sid }) => sid,
      render: (credential) => render(credential, call),
    }),
  ),
  route('POST', LIST, (call) => {
    const credentials = credentialsOf(call);
    if (credentials.length >= MOST_CREDENTIALS) throw badRequest(21242, 'Too many credentials');
    const username = text(call, 'Username') ?? '';
    if (credentials.some((other) => other.username === username)) {
      throw badRequest(call.switches.credentialErrorCode, 'The username is in use on this list');
    }
    if (username.length > LONGEST_USERNAME) {
      throw badRequest(call.switches.credentialErrorCode, 'The username is too long');
    }
    const credential: Credential = {
      sid: call.newSid('CR'),
      username,
      passwordDigest: digestOf(username, passwordOf(call)),
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    credentials.push(credential);
    return { status: 201, body: render(credential, call) };
  }),
  route('GET', ONE, (call) => ({ status: 200, body: render(credentialOf(call), call) })),
  route('POST', ONE, (call) => {
    const credential = credentialOf(call);
    if (call.values['Password'] !== undefined) {
      credential.passwordDigest = digestOf(credential.username, passwordOf(call));
      if (call.switches.passwordMovesDate) credential.dateUpdated = call.now;
    }
    return { status: 200, body: render(credential, call) };
  }),
  route('DELETE', ONE, (call) => {
    remove(credentialsOf(call), credentialOf(call));
    return DELETED;
  }),
];

/** Whether a phone that gives this password for this username would be let in. */
export function passwordMatches(
  { api }: State,
  listName: string,
  username: string,
  password: string,
): boolean {
  const list = api.credentialLists.find(({ friendlyName }) => friendlyName === listName);
  const credential = list?.credentials.find((one) => one.username === username);
  return credential?.passwordDigest === digestOf(username, password);
}

function credentialsOf(call: Call): Credential[] {
  return listOf(call, call.params['CredentialListSid']).credentials;
}

function credentialOf(call: Call): Credential {
  return bySid(credentialsOf(call), call.params['Sid'], call);
}

function passwordOf(call: Call): string {
  const password = text(call, 'Password') ?? '';
  const classes = [/[0-9]/, /[a-z]/, /[A-Z]/];
  if (password.length < SHORTEST_PASSWORD || !classes.every((one) => one.test(password))) {
    throw badRequest(
      call.switches.credentialErrorCode,
      'The password must have at least 12 characters, a digit and both cases',
    );
  }
  return password;
}

function digestOf(username: string, password: string): string {
  return createHash('sha256').update(`${username}:${password}`).digest('hex');
}

function render(credential: Credential, call: Call): object {
  const list = call.params['CredentialListSid']!;
  const path = `/SIP/CredentialLists/${list}/Credentials/${credential.sid}`;
  return rendered(call, without(credential, 'passwordDigest'), {
    credential_list_sid: list,
    uri: uriOf(call, path),
  });
}
