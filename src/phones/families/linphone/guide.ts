/** Linphone, an app. (wiki.linphone.org, "Remote Provisioning") */
import type { PhoneSettings } from '../../phone';
import { type Guide, light, say, unproven } from '../../sheet/guide';
import type { SheetLanguage } from '../../sheet/language';
import { accountPassword, encryptionPage, wordsIn } from '../guides';
import { EXPIRY_SECONDS } from '../shared';
import { en, type LinphoneWords } from './en';
import { es } from './es';

export const LINPHONE_WORDS: Readonly<Record<SheetLanguage, LinphoneWords>> = { en, es };

export function linphoneGuide(settings: PhoneSettings, language: SheetLanguage): Guide {
  const { domain, outboundProxy, username, transport } = settings;
  const { own, sheet } = wordsIn(LINPHONE_WORDS, language);
  return {
    plug: [say(own.install), say(own.permissions)],
    openSettings: [unproven(own.assistant)],
    pages: [
      {
        name: own.account,
        unproven: true,
        values: [
          { field: own.username, value: username },
          accountPassword(settings, sheet, own.password),
          { field: own.domain, value: domain },
          { field: own.transport, value: transport.toUpperCase() },
        ],
      },
      {
        name: own.advanced,
        unproven: true,
        values: [
          { field: own.proxy, value: `sip:${outboundProxy};transport=${transport}` },
          { field: own.expire, value: String(EXPIRY_SECONDS) },
        ],
      },
      ...encryptionPage(settings, {
        name: own.calls,
        unproven: true,
        values: [{ field: own.encryption, value: 'SRTP' }],
      }),
    ],
    lights: [light(own.status, unproven(own.statusMeans))],
    reset: [say(own.reset)],
  };
}
