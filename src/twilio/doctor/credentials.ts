/** The phones' credentials: there, ours, and with the password that the directory asks for. */
import { keyName } from '../../config/ownFiles';
import { copyNote, keyVariable } from '../secrets/key';
import { handMadeLists, keptOn, withoutCredential } from '../handMade';
import { nameList } from '../nameList';
import { CHANGED_OUTSIDE, SET_ELSEWHERE } from '../resources/setPassword';
import { count } from '../../diagnostics/text';
import { type Examination, diagnosticsOr, type CheckResult, ok, warning, wrong } from './check';
import { CONSOLE } from './commands';
import { quoted } from '../../diagnostics/quoted';
import { changesOf, type Examined } from './examined';

export const CREDENTIALS: readonly Examination[] = [
  { name: 'credentials.missing', needs: ['credentials'], look: missing },
  { name: 'credentials.unknown', needs: ['credentials'], look: unknown },
  { name: 'credentials.key', needs: [], look: key },
  { name: 'credentials.copy', needs: [], look: copy },
  { name: 'credentials.passwords', needs: ['credentials'], look: passwords },
];

function missing(examined: Examined): readonly CheckResult[] {
  const { desired, actual, commands } = examined;
  const there = new Set(
    actual.lists.flatMap(({ credentials }) => credentials.map(({ username }) => username)),
  );
  const absent = desired.credentials.filter(({ username }) => !there.has(username));
  const byHand = absent.flatMap(({ username, generation }) => (generation === 0 ? [username] : []));
  const diagnostics = [
    ...withoutCredential(byHand, actual, desired, commands.rotate).map(({ message, fix }) =>
      wrong(message, fix),
    ),
    ...absent
      .filter(({ generation }) => generation !== 0)
      .map(({ username }) =>
        wrong(`${username} has no credential: it can neither register nor call`, commands.apply),
      ),
  ];
  return diagnosticsOr(
    diagnostics,
    `all ${desired.credentials.length} extensions have a credential${keptText(examined)}`,
  );
}

function keptText({ actual, passwords: known }: Examined): string {
  const lists = handMadeLists(actual).filter((list) => keptOn(list, known).length > 0);
  if (lists.length === 0) return '';
  const phones = new Set(lists.flatMap((list) => keptOn(list, known)));
  const names = nameList(lists.map(({ name }) => name));
  return `; ${phones.size} of them on ${count(lists.length, 'list')} made by hand, which ${lists.length === 1 ? 'stays' : 'stay'} in use: ${names}`;
}

function unknown(examined: Examined): readonly CheckResult[] {
  const diagnostics = changesOf(examined, 'credential')
    .filter(({ action }) => action === 'delete')
    .map(({ key: username, fields }) =>
      wrong(
        `${username} on the list ${fields[0]?.from} is not an extension, but can register and dial 911`,
        examined.commands.prune,
      ),
    );
  return diagnosticsOr(
    [...diagnostics, ...unpruned(examined)],
    'every credential belongs to an extension',
  );
}

/** On lists that prune leaves alone: those made by hand that phones live on, and those that others ask. */
function unpruned({ desired, actual, passwords: known }: Examined): readonly CheckResult[] {
  const ours = new Set(desired.credentials.map(({ username }) => username));
  const lists = actual.lists.filter((list) =>
    list.ordinal === undefined ? keptOn(list, known).length > 0 : list.elsewhere.length > 0,
  );
  return lists.flatMap((list) => {
    const left = list.credentials.filter(({ username }) => !ours.has(username));
    if (left.length === 0) return [];
    const names = nameList(left.map(({ username }) => username));
    const others = nameList(list.elsewhere);
    return wrong(
      `${names} on the list ${list.name}: no extension of this environment, but can register and dial 911 here${others && `; ${others} uses the list too`}`,
      others === ''
        ? `If it is a phone of yours, add it to extensions.yaml with \`passwordGeneration: 0\`; if not, delete it: ${CONSOLE.credentialLists}`
        : `If it is a phone of ${others}, give each domain a list of its own; if not, delete it: ${CONSOLE.credentialLists}`,
    );
  });
}

function key({ environment, desired, passwords: { keyHere, applied }, commands }: Examined) {
  if (keyHere) return [ok('the master key is here')];
  if (desired.credentials.every(({ generation }) => generation === 0)) return [];
  // Another key would change every password, so a new one only where none was ever used.
  return desired.credentials.every(({ username }) => !applied.get(username))
    ? [wrong('there is no master key yet, so no password can be set', commands.keyNew)]
    : [
        warning(
          'the master key is not here, so a password made with another key goes unnoticed',
          `Put the key into ${keyName(environment)} or the variable ${keyVariable(environment)}; do not make a new one`,
        ),
      ];
}

/** A copy cannot be seen from here: the operator says once that there is one. */
function copy({ passwords: { keyHere, uncopied } }: Examined): readonly CheckResult[] {
  if (uncopied === undefined) return keyHere ? [ok('there is a copy of the master key')] : [];
  return [
    warning(
      `no copy of ${uncopied} is recorded: if the key is lost, every phone needs a new password`,
      `Keep a copy where only people who may know the passwords can read it, such as a password manager. Then: touch ${quoted(copyNote(uncopied))}`,
    ),
  ];
}

/** What plan would set, and why it would. */
function passwords(examined: Examined): readonly CheckResult[] {
  const { desired, passwords: known, commands } = examined;
  const diagnostics = changesOf(examined, 'credential')
    .filter(({ action }) => action === 'update')
    .map(({ key: username, why }) =>
      known.applied.get(username)
        ? why.startsWith(CHANGED_OUTSIDE)
          ? // They may have been right: apply stops at it.
            wrong(
              `the password of ${username}: ${why}; is this the newest directory?`,
              commands.setAgain,
            )
          : wrong(`the password of ${username}: ${why}`, commands.apply)
        : why === SET_ELSEWHERE
          ? warning(`the password of ${username}: ${why}`, commands.apply)
          : warning(
              `the password of ${username} was set by hand: with the directory’s, its phone cannot call, 911 included, until somebody sets it up`,
              `Write \`passwordGeneration: 0\` for it in extensions.yaml, and the phone keeps its password; or, at the phone: ${commands.apply}`,
            ),
    );
  const byHand = desired.credentials.filter(({ generation }) => generation === 0).length;
  return diagnosticsOr(
    diagnostics,
    `the passwords are those that apply set last${byHand > 0 ? `, except ${byHand} set by hand` : ''}`,
  );
}
