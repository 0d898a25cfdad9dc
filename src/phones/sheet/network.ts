/** What a firewall must let out. (https://www.twilio.com/docs/sip-trunking/ip-addresses) */
import { SIP_PORTS } from '../families/family';
import type { PhoneSettings } from '../phone';
import { say, type Said } from './guide';

/** Of the edges whose addresses are few and known to us. */
const SIGNALLING: Readonly<Record<string, string>> = {
  ashburn: '54.172.60.0/30',
  umatilla: '54.244.51.0/30',
};
const AUDIO = '168.86.128.0/18';
const AUDIO_PORTS = '10000–60000';
const ALL_ADDRESSES = 'twilio.com/docs/sip-trunking/ip-addresses';

export function networkNotes({ outboundProxy, transport }: PhoneSettings): readonly Said[] {
  const edge = outboundProxy.split('.')[1] ?? '';
  const where = SIGNALLING[edge] ?? ALL_ADDRESSES;
  const protocol = transport === 'udp' ? 'UDP' : 'TCP';
  const port = SIP_PORTS[transport];
  return [
    say(
      `Calls: ${protocol} port \`${port}\` to \`${where}\` (${edge}).`,
      `Llamadas: ${protocol}, puerto \`${port}\`, a \`${where}\` (${edge}).`,
    ),
    say(
      `Audio: UDP ports \`${AUDIO_PORTS}\` to \`${AUDIO}\`.`,
      `Audio: UDP, puertos \`${AUDIO_PORTS}\`, a \`${AUDIO}\`.`,
    ),
    say(
      'Outwards is enough: forward no port to it. Turn SIP ALG off in the router.',
      'Basta hacia afuera: no le abra ningún puerto. Apague SIP ALG en el router.',
    ),
  ];
}
