/** What a sheet says of Linphone, in Spanish. */
import type { LinphoneWords } from './en';

export const es: LinphoneWords = {
  install:
    'No hay nada que conectar: instale Linphone desde la tienda de aplicaciones o desde el sitio de su fabricante.',
  permissions: 'Permítale usar el micrófono y funcionar en segundo plano.',
  assistant: 'En su asistente: una cuenta SIP de otro servicio (third-party SIP account).',
  fetch: 'en el asistente, como configuración remota; o escanee su código',
  account: 'Cuenta',
  username: 'Usuario',
  password: 'Contraseña',
  domain: 'Dominio',
  transport: 'Transporte',
  advanced: 'Cuenta → Avanzado',
  proxy: 'Proxy SIP, proxy de salida activado',
  expire: 'Expiración',
  calls: 'Ajustes → Llamadas',
  encryption: 'Cifrado de medios, obligatorio',
  status: 'Estado, arriba',
  statusMeans: 'Conectado: registrado. Cualquier otro: sin registrar.',
  reset:
    'Borre la cuenta en sus ajustes, o la aplicación. La contraseña sigue siendo válida hasta que quien opera el sistema la cambie.',
};
