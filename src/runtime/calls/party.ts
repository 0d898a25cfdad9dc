/** Who a From or To of Twilio's names: read once, when a request comes. */
import { sipUser } from './sipUri';

export interface Party {
  /**
   * `phone` where it is a SIP address, which only one of our phones has; `outside` for a bare number
   * or word: a caller ID from outside may equal a username, and may say anything.
   */
  readonly kind: 'phone' | 'outside';
  /** Username, number, or what was dialled; undefined where there is none. */
  readonly user: string | undefined;
  /** Written as a SIP address in any way, be it without a host. Enough for an emergency call to be a phone's. */
  readonly sip: boolean;
}

/** undefined where Twilio sent none. */
export function readParty(uri: string | undefined): Party | undefined {
  if (uri === undefined) return undefined;
  const isPhone = uri.includes('@');
  return {
    kind: isPhone ? 'phone' : 'outside',
    user: sipUser(uri),
    sip: isPhone || /\bsips?:/i.test(uri),
  };
}
