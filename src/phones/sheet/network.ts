/** What a firewall must let out. (https://www.twilio.com/docs/sip-trunking/ip-addresses) */
import { SIP_PORTS } from '../families/shared';
import type { PhoneSettings } from '../phone';
import { say, type Said } from './guide';
import type { SheetCatalogue } from './language';

/** Of the edges whose addresses are few and known to us. */
const SIGNALLING: Readonly<Record<string, string>> = {
  ashburn: '54.172.60.0/30',
  umatilla: '54.244.51.0/30',
};
const AUDIO = '168.86.128.0/18';
const AUDIO_PORTS = '10000–60000';
const ALL_ADDRESSES = 'twilio.com/docs/sip-trunking/ip-addresses';

export function networkNotes(
  { outboundProxy, transport }: PhoneSettings,
  { network }: SheetCatalogue,
): readonly Said[] {
  const edge = outboundProxy.split('.')[1] ?? '';
  const where = SIGNALLING[edge] ?? ALL_ADDRESSES;
  const protocol = transport === 'udp' ? 'UDP' : 'TCP';
  return [
    say(network.calls(protocol, SIP_PORTS[transport], where, edge)),
    say(network.audio(AUDIO_PORTS, AUDIO)),
    say(network.outwards),
  ];
}
