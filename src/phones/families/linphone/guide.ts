/** Linphone, an app. (wiki.linphone.org, "Remote Provisioning") */
import { EXPIRY_SECONDS } from '../family';
import type { PhoneSettings } from '../../phone';
import { type Guide, light, say, unproven } from '../../sheet/guide';
import { encryptionPage } from '../../sheet/guides/common';

export function linphoneGuide(settings: PhoneSettings): Guide {
  const { domain, outboundProxy, username, password, transport } = settings;
  return {
    plug: [
      say(
        'Nothing to plug in: install Linphone from the store of the telephone or from its maker.',
        'No hay nada que conectar: instale Linphone de la tienda del teléfono o de su fabricante.',
      ),
      say(
        'Let it use the microphone, and let it run in the background.',
        'Permítale usar el micrófono y funcionar en segundo plano.',
      ),
    ],
    reach: [
      unproven(
        'In its assistant: a SIP account of another service (third-party SIP account).',
        'En su asistente: una cuenta SIP de otro servicio (third-party SIP account).',
      ),
    ],
    fetch: {
      en: 'in the assistant, as a remote configuration; or scan its code',
      es: 'en el asistente, como configuración remota; o escanee su código',
    },
    pages: [
      {
        name: { en: 'Account', es: 'Cuenta' },
        unproven: true,
        values: [
          { field: { en: 'Username', es: 'Usuario' }, value: username },
          { field: { en: 'Password', es: 'Contraseña' }, value: password, secret: true },
          { field: { en: 'Domain', es: 'Dominio' }, value: domain },
          { field: { en: 'Transport', es: 'Transporte' }, value: transport.toUpperCase() },
        ],
      },
      {
        name: { en: 'Account → Advanced', es: 'Cuenta → Avanzado' },
        unproven: true,
        values: [
          {
            field: {
              en: 'SIP proxy, outbound proxy on',
              es: 'Proxy SIP, proxy de salida activado',
            },
            value: `sip:${outboundProxy};transport=${transport}`,
          },
          { field: { en: 'Expire', es: 'Expiración' }, value: String(EXPIRY_SECONDS) },
        ],
      },
      ...encryptionPage(settings, {
        name: { en: 'Settings → Calls', es: 'Ajustes → Llamadas' },
        unproven: true,
        values: [
          {
            field: { en: 'Media encryption, mandatory', es: 'Cifrado de medios, obligatorio' },
            value: 'SRTP',
          },
        ],
      }),
    ],
    lights: [
      light(
        { en: 'Status at the top', es: 'Estado, arriba' },
        unproven(
          'Connected: registered. Anything else: not.',
          'Conectado: registrado. Cualquier otro: no.',
        ),
      ),
    ],
    reset: [
      say(
        'Delete the account in its settings, or the app. The password stays valid until it is rotated.',
        'Borre la cuenta en sus ajustes, o la aplicación. La contraseña vale hasta que se cambie.',
      ),
    ],
  };
}
