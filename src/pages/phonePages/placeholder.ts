/** A phone of nobody: what its pages say in place of what the directory says. */
import type { PhoneModel, PhoneSettings, Transport } from '../../phones/phone';

export function placeholder(
  model: PhoneModel,
  transport: Transport = model.transports[0] ?? 'udp',
  dial: PhoneSettings['dial'] = 'dialtone',
): PhoneSettings {
  return {
    model,
    mac: '00:0b:82:00:e3:95',
    username: '{extension}',
    displayName: '{extension}',
    password: '{password}',
    passwordByHand: false,
    adminPassword: '{admin password}',
    line: 1,
    freeLines: [],
    domain: '{sipDomain}.sip.twilio.com',
    outboundProxy: 'sip.{edge}.twilio.com',
    transport,
    secureMedia: false,
    keypad: {},
    rotary: false,
    dial,
    dialPlan: {
      extension: '{extension}',
      entries: [],
      notes: [],
      insistsOn: { numbers: [], forms: [] },
      neverSent: [],
    },
    emergency: true,
    languages: ['en'],
  };
}
