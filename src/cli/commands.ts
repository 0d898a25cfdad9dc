/** Every command, and where it is: its module is loaded when it is named. */
import type { AnyCommand } from './command';

export interface CommandRow {
  readonly name: string;
  /** What `--help` says of it. */
  readonly summary: string;
  /** Under which `--help` lists it. */
  readonly group?: string;
  readonly load?: () => Promise<{ readonly command: AnyCommand }>;
  /** Such as `list` of `phones`. */
  readonly commands?: readonly CommandRow[];
}

const DIRECTORY = 'Your directory:';
const CALLS = 'What a call does:';
const MACHINE = 'On this machine:';
const TWILIO = 'At Twilio:';
const PHONES = 'Phones and their passwords:';

export const COMMANDS: readonly CommandRow[] = [
  {
    group: DIRECTORY,
    name: 'init',
    summary: 'make a directory of your own, with its own git repository, outside this checkout',
    load: () => import('./commands/init/command.js'),
  },
  {
    group: DIRECTORY,
    name: 'check',
    summary: 'check a directory, and list everything that is wrong with it',
    load: () => import('./commands/check/command.js'),
  },
  {
    group: DIRECTORY,
    name: 'menus',
    summary: 'the menus that callers hear: check them, draw how calls go',
    commands: [
      {
        name: 'check',
        summary: 'check the menus, and count them',
        load: () => import('./commands/menus/check.js'),
      },
      {
        name: 'draw',
        summary: 'draw how calls go as an SVG picture: phones, numbers, menus',
        load: () => import('./commands/menus/draw.js'),
      },
    ],
  },
  {
    group: DIRECTORY,
    name: 'sounds',
    summary: 'recordings that menus play',
    commands: [
      {
        name: 'check',
        summary: 'list recordings that are missing, unplayable, too long or too loud',
        load: () => import('./commands/sounds/check.js'),
      },
    ],
  },
  {
    group: DIRECTORY,
    name: 'import',
    summary: 'make a directory from another system’s files',
    commands: [
      {
        name: 'futel',
        summary: "make a directory from Futel's extensions.json and the ivrs_*.json beside it",
        load: () => import('./commands/import/futel.js'),
      },
    ],
  },
  {
    group: CALLS,
    name: 'explain',
    summary: 'say what a call will do, and why, without making it',
    load: () => import('./commands/explain/command.js'),
  },
  {
    group: CALLS,
    name: 'test-plan',
    summary: 'write every path through the menus as a test plan for explain --file',
    load: () => import('./commands/test-plan/command.js'),
  },
  {
    group: MACHINE,
    name: 'build',
    summary: 'build the functions and the directory into dist/',
    load: () => import('./commands/build/command.js'),
  },
  {
    group: MACHINE,
    name: 'serve',
    summary: 'build the functions, and serve them on this machine with twilio-run',
    load: () => import('./commands/serve/command.js'),
  },
  {
    group: MACHINE,
    name: 'rehearse',
    summary:
      'play your directory, from an empty account to its calls, against a stand-in for Twilio',
    load: () => import('./commands/rehearse/command.js'),
  },
  {
    group: TWILIO,
    name: 'deploy',
    summary: 'build, deploy with the Twilio CLI, and check that the new build is served',
    load: () => import('./commands/deploy/command.js'),
  },
  {
    group: TWILIO,
    name: 'plan',
    summary: 'show what would change at Twilio; writes nothing',
    load: () => import('./commands/plan/command.js'),
  },
  {
    group: TWILIO,
    name: 'apply',
    summary: 'make Twilio match the directory',
    load: () => import('./commands/apply/command.js'),
  },
  {
    group: TWILIO,
    name: 'doctor',
    summary: 'find what is wrong at Twilio, and what to run; writes nothing',
    load: () => import('./commands/doctor/command.js'),
  },
  {
    group: TWILIO,
    name: 'promote',
    summary: 'make an environment serve another one’s build',
    load: () => import('./commands/promote/command.js'),
  },
  {
    group: TWILIO,
    name: 'rollback',
    summary: 'make an environment serve an earlier build again',
    load: () => import('./commands/rollback/command.js'),
  },
  {
    group: TWILIO,
    name: 'numbers',
    summary: 'find and buy phone numbers; apply never buys any',
    commands: [
      {
        name: 'search',
        summary: 'numbers for sale',
        load: () => import('./commands/numbers/search.js'),
      },
      {
        name: 'buy',
        summary: 'buy a number: it costs a monthly rent until you release it',
        load: () => import('./commands/numbers/buy.js'),
      },
    ],
  },
  {
    group: TWILIO,
    name: 'messages',
    summary: 'messages that callers left for the operator',
    commands: [
      {
        name: 'list',
        summary: 'new messages',
        load: () => import('./commands/messages/list.js'),
      },
      {
        name: 'play',
        summary: 'save a message as an MP3 file',
        load: () => import('./commands/messages/play.js'),
      },
      {
        name: 'done',
        summary: 'mark a message as done',
        load: () => import('./commands/messages/done.js'),
      },
      {
        name: 'purge',
        summary: 'delete messages older than the directory keeps them',
        load: () => import('./commands/messages/purge.js'),
      },
    ],
  },
  {
    group: PHONES,
    name: 'phones',
    summary: 'phones: their settings, files and sheets',
    commands: [
      {
        name: 'list',
        summary: 'list every extension and its phone',
        load: () => import('./commands/phones/list.js'),
      },
      {
        name: 'show',
        summary: 'show a phone’s settings, without its passwords',
        load: () => import('./commands/phones/show.js'),
      },
      {
        name: 'config',
        summary: 'write a phone’s files, as it asks for them',
        load: () => import('./commands/phones/config.js'),
      },
      {
        name: 'all',
        summary: 'write the files of every phone in an environment',
        load: () => import('./commands/phones/all.js'),
      },
      {
        name: 'sheet',
        summary: 'make a page to print for the person who sets the phone up',
        load: () => import('./commands/phones/sheet.js'),
      },
      {
        name: 'sheets',
        summary: 'make the sheets of every phone in an environment, in one document',
        load: () => import('./commands/phones/sheets.js'),
      },
      {
        name: 'card',
        summary: 'make a card to hang beside a phone: what can be dialled there',
        load: () => import('./commands/phones/card.js'),
      },
      {
        name: 'extensions',
        summary: 'make a list of all phones and what to dial for them, to print',
        load: () => import('./commands/phones/extensions.js'),
      },
      {
        name: 'check',
        summary: 'list what is wrong with the phones of a directory',
        load: () => import('./commands/phones/check.js'),
      },
    ],
  },
  {
    group: PHONES,
    name: 'provision',
    summary: 'give phones their files, at a bench or in a site’s own network',
    load: () => import('./commands/provision/command.js'),
  },
  {
    group: PHONES,
    name: 'password',
    summary: 'print the SIP password of an extension, on a terminal only',
    load: () => import('./commands/password/command.js'),
  },
  {
    group: PHONES,
    name: 'rotate',
    summary: 'give an extension a new SIP password, by raising its generation',
    load: () => import('./commands/rotate/command.js'),
  },
  {
    group: PHONES,
    name: 'passwords',
    summary: 'the record of password generations at Twilio',
    commands: [
      {
        name: 'rebuild',
        summary:
          'rebuild it from the directory, from applied/ and from Twilio; never lowers a generation',
        load: () => import('./commands/passwords/command.js'),
      },
    ],
  },
  {
    group: PHONES,
    name: 'key',
    summary: 'master keys of the SIP passwords',
    commands: [
      {
        name: 'new',
        summary: 'make an environment’s master key',
        load: () => import('./commands/key/command.js'),
      },
    ],
  },
];
