/** An event as a line for a terminal, and what to do about it. */
import type { Device } from './device';
import type { Outcome, ProvisionEvent } from './event';
import { colons, phoneEntry } from './guessModel';

export interface LogLine {
  readonly text: string;
  readonly tone: 'good' | 'plain' | 'warning';
}

const WORDS: Readonly<Record<Outcome, string>> = {
  sending: 'sending',
  'handed-over': 'has its file; closed',
  'broke-off': 'stopped before its last byte; still open',
  cut: 'stopped after its last byte: it may have its file, and stays closed',
  looked: 'exists',
  kept: 'kept',
  'too-large': 'refused: too large',
  busy: 'refused: another download is running',
  'not-open': 'refused: not open',
  'had-it': 'refused: already has it',
  absent: 'not needed',
  'vendor-file-missing': "the maker's file is not here",
  'unknown-name': 'no such file',
  'other-device': "refused: another phone's file",
  fallback: 'refused: a file for every phone is never served',
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
  'vendor-file-missing',
  'other-device',
  'wrong-token',
  'former-token',
  'no-token',
  'unknown-mac',
]);

/** One line for the event; further ones for what is odd, and for what to run. */
export function logLines(event: ProvisionEvent, device: Device | undefined): readonly LogLine[] {
  const { at, address, method, file, status, outcome } = event;
  const who = device ? `${device.extensions.join('+')} (${device.id})` : '-';
  const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const said = saidText(event);
  const text = `${time}Z  ${address}  ${who}  ${method} ${file}  ${status} ${WORDS[outcome]}${said && `  ${said}`}`;
  const tone = outcome === 'handed-over' ? 'good' : WARNINGS.has(outcome) ? 'warning' : 'plain';
  const notes = [...oddities(event, device), ...advice(event, device)];
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
): string[] {
  const start = device && `--open ${device.extensions[0]}`;
  if (outcome === 'unknown-mac' && mac !== undefined) {
    return [
      `To add it: in extensions.yaml, under its extension, ${phoneEntry(mac, agent)}`,
      'As soon as that builds, the phone is on the page: open it there',
    ];
  }
  if (outcome === 'not-open') {
    return [`If it is in front of you: press Open on the page, or start this again with ${start}`];
  }
  if (outcome === 'handed-over' && times > 1) {
    return [
      `${times} times since this server began: if you opened it less often, rotate its password.`,
    ];
  }
  if (outcome === 'cut') {
    return [`If it does not come up with its settings, open it again (${start}).`];
  }
  if (passwords) {
    return [
      `It asks at the address of password ${passwords.asked}; it has ${passwords.now} now: open it (${start}) and type its new address.`,
    ];
  }
  if (device && (outcome === 'no-token' || outcome === 'wrong-token')) {
    return [`Its address is printed when it is opened (${start}): type it again.`];
  }
  if (outcome === 'vendor-file-missing') {
    return [`Put the maker's ${file} into a folder and start this again with --files <folder>`];
  }
  return [];
}
