/** What to type into an app or a phone that has no model of ours. */
import { EXPIRY_SECONDS, SIP_PORTS } from '../../../phones/families/shared';
import { PHONE_MODELS } from '../../../phones/families';
import { loginFor } from '../../../phones/settings';
import type { PhoneQuestion } from './phones';

export const SOFTPHONES_PAGE = 'docs/phones/softphones.md';

export type ShownLogin = ReturnType<typeof showLogin>;

/** Whether the directory says what the phone is, and we know it. */
export function hasModel({ username, project }: Omit<PhoneQuestion, 'key'>): boolean {
  const { phone } = project.provisioning.extensions.get(username) ?? {};
  return phone !== undefined && PHONE_MODELS.has(phone.model);
}

/** Without its password. */
export function showLogin({ username, environment, project }: Omit<PhoneQuestion, 'key'>) {
  const login = loginFor(username, { environment, project });
  const { phone } = project.provisioning.extensions.get(username) ?? {};
  const secure = project.provisioning.environments[environment]?.secure ?? false;
  const transport = phone?.transport ?? 'tls';
  return {
    ...login,
    authenticationName: username,
    transport,
    port: SIP_PORTS[transport],
    registerSeconds: EXPIRY_SECONDS,
    media: secure ? 'SRTP (SDES)' : 'RTP',
    dtmf: 'RFC 2833',
    codec: 'PCMU (G.711 µ-law)',
    ...(phone && { unknownModel: phone.model }),
  };
}
