/** An event as a line for a terminal, and what to do about it. */
import type { PhoneModel } from '../phone';
import type { Device } from './device';
import type { Outcome, ProvisionEvent } from './event';
import { colons, phoneEntry } from './guessModel';

export interface LogLine {
  readonly text: string;
  readonly tone: 'good' | 'plain' | 'warning';
}

const WORDS: Readonly<Record<Outcome, string>> = {
  sending: 'sending',
  'handed-over': 'has its file; disarmed',
  'broke-off': 'broke off before its last byte; as armed as before',
  cut: 'broke off after its last byte: it may have its file, and stays disarmed',
  looked: 'is there',
  kept: 'kept',
  'too-large': 'refused: too large',
  busy: 'refused: another is on its way',
  'not-armed': 'refused: not armed',
  'had-it': 'refused: had it already',
  absent: 'not there, and need not be',
  'stock-missing': "the maker's file is not here",
  'unknown-name': 'no such file',
  'other-device': "refused: another phone's file",
  fallback: 'refused: a file for any phone is never given',
  'wrong-token': 'refused: wrong secret path',
  'former-token': 'refused: the address of a former password',
  'no-token': 'refused: without its secret path',
  'unknown-mac': 'refused: not in the directory',
  method: 'refused: method',
  nonsense: 'refused',
};

const WARNINGS = new Set<Outcome>([
  'broke-off',
  'cut',
  'too-large',
  'busy',
  'stock-missing',
  'other-device',
  'wrong-token',
  'former-token',
  'no-token',
  'unknown-mac',
]);

/** One line for the event; further ones for what is odd, and for what to run. */
export function logLines(
  event: ProvisionEvent,
  device: Device | undefined,
  models: Iterable<PhoneModel>,
): readonly LogLine[] {
  const { at, address, method, file, status, outcome } = event;
  const who = device ? `${device.extensions.join('+')} (${device.id})` : '-';
  const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const said = saidText(event);
  const text = `${time}Z  ${address}  ${who}  ${method} ${file}  ${status} ${WORDS[outcome]}${said && `  ${said}`}`;
  const tone = outcome === 'handed-over' ? 'good' : WARNINGS.has(outcome) ? 'warning' : 'plain';
  const notes = [...oddities(event, device), ...advice(event, device, models)];
  return [
    { text, tone },
    ...notes.map((note): LogLine => ({ text: `    ${note}`, tone: 'warning' })),
  ];
}

function saidText({ agent, agentText }: ProvisionEvent): string {
  if (!agent) return agentText ? `“${agentText}”` : '';
  return [agent.product, agent.firmware, agent.mac].filter(Boolean).join(' ');
}

function oddities({ warnings }: ProvisionEvent, device: Device | undefined): string[] {
  return warnings.map(({ kind, said }) =>
    kind === 'model'
      ? `It calls itself ${said}; the directory says ${device?.model.name}.`
      : `It says its MAC address is ${colons(said)}; the directory says ${device?.mac}.`,
  );
}

function advice(
  { outcome, mac, file, agent, times = 1, passwords }: ProvisionEvent,
  device: Device | undefined,
  models: Iterable<PhoneModel>,
): string[] {
  const arm = device && `--arm ${device.extensions[0]}`;
  if (outcome === 'unknown-mac' && mac !== undefined) {
    return [
      `To add it: in extensions.yaml, under its extension, ${phoneEntry(mac, agent?.product, models)}`,
      'As soon as that builds it is on the page: arm it there',
    ];
  }
  if (outcome === 'not-armed') {
    return [`If it is in front of you: the page's button, or start this again with ${arm}`];
  }
  if (outcome === 'handed-over' && times > 1) {
    return [
      `${times} times since this server began: if you armed it less often, rotate its password.`,
    ];
  }
  if (outcome === 'cut') {
    return [`If it does not come up with its settings, arm it again (${arm}).`];
  }
  if (passwords) {
    return [
      `It asks at the address of password ${passwords.asked}; it has ${passwords.now} now: arm it (${arm}), and set its address anew.`,
    ];
  }
  if (device && (outcome === 'no-token' || outcome === 'wrong-token')) {
    return [`Its address is printed when it is armed (${arm}): type it anew.`];
  }
  if (outcome === 'stock-missing') {
    return [`Put the maker's ${file} into a folder and start this again with --files <folder>`];
  }
  return [];
}
