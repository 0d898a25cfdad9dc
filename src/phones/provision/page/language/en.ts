/** What the page says, in English. */
import type { Next } from '../../view';
import type { Outcome } from '../../event';

export const en = {
  language: 'English',
  title: 'Set up phones',
  environment: 'Environment',
  extension: 'extension',
  loopbackOnly:
    'Only this computer can reach the server. Stop it, and start it with --bind {bind}: this computer’s address in the phones’ network.',
  lost: 'The server does not answer. Is it still running?',
  hint: 'Open a phone when it is in front of you: only then may it have its file, once.',
  noDevices: 'The directory has no phones in this environment.',
  closed: 'not open',
  open: 'open, {time} left',
  done: 'has its file',
  openFor: 'Open for {minutes} minutes',
  openAll: 'Open all for {minutes} minutes',
  qr: 'The address, to scan',
  openAgain: 'Open again',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  next: {
    open: '',
    'open-asking': 'The phone is asking for its file. If it is in front of you, open it.',
    'open-again': 'The time ran out before the phone fetched its file. Open it again.',
    point: 'Type this address into the phone, then let it restart.',
    wait: 'The phone is asking. Wait until it has its file.',
    'broke-off': 'The phone stopped the download. It will ask again; if not, restart it.',
    cut: 'The phone stopped after the last byte: it may have its file, so it is closed. If it does not start with its settings, open it again.',
    former:
      'The phone asks at the address of a former password. Type this one, then let it restart.',
    'open-former':
      'The phone asks at the address of a former password. If it is in front of you, open it, and type the address that is shown then.',
    'wrong-name': 'The phone asks under another address. Compare what was typed with this one.',
    'vendor-files':
      'It has its file, but it also asked for its maker’s files, which are not here. Put them into one folder and start with --files.',
    test: 'Wait until it has restarted. Then lift the handset: dial 0, another extension, and 933 if it may call 911. Never dial 911 to test.',
  } satisfies Record<Next, string>,
  typeAddress: 'Type this address {where}:',
  columns: ['Time', 'Asked for', 'Result', 'Said it is'],
  from: 'From',
  outcome: {
    sending: 'sent',
    'handed-over': 'has its file; closed',
    'broke-off': 'stopped before the last byte; still open',
    cut: 'stopped after the last byte; closed',
    looked: 'checked that it exists',
    kept: 'log kept',
    'too-large': 'too large, refused',
    busy: 'refused: another download is running',
    'not-open': 'refused: not open',
    'had-it': 'refused: already has it',
    absent: 'not needed',
    'vendor-file-missing': 'its maker’s file is not here',
    'unknown-name': 'no such file',
    'other-device': 'refused: another phone’s file',
    fallback: 'never served: a file for every phone',
    'wrong-token': 'refused: wrong address',
    'former-token': 'refused: address of password {asked}; it has {now} now',
    'no-token': 'refused: address without its secret part',
    'unknown-mac': 'unknown phone',
    method: 'refused: not something a phone does',
    nonsense: 'refused',
  } satisfies Record<Outcome, string>,
  warnings: {
    model: 'It calls itself {said}; the directory says {model}.',
    mac: 'It says its MAC address is {said}; the directory says {mac}.',
  },
  unknownDevices: 'Others who asked',
  add: 'Not in the directory. To add it, write this under its extension in extensions.yaml; it then appears above:',
  footer: 'Nothing here is encrypted: use a network that only you use.',
};

export type PageCatalogue = typeof en;
