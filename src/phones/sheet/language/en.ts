/** What every sheet says, in English. */
import type { KeypadAction } from '../../lock';

export const en = {
  /** Of sections. */
  headings: {
    plug: 'Plug in',
    openSettings: 'Open its settings',
    keypad: 'First: its keypad closes',
    fetch: 'Quickest: let it fetch its file',
    fetchOnly: 'Let it fetch its file',
    type: 'Or type these values',
    check: 'Values to check',
    test: 'Try it',
    lights: 'What it shows',
    reset: 'Reset to factory settings',
    network: 'Through a firewall',
    label: 'Cut out and stick on the phone',
    labelApp: 'Tell the people who use it',
  },
  title: (name: string) => `Set up ${name}`,

  /** Facts at the top. */
  facts: {
    model: 'Model',
    mac: 'MAC',
    line: 'Line',
    number: 'Number',
    extension: 'Extension',
    short: 'Short name',
    environment: 'Environment',
  },

  /** Of a phone in a public place, before its file closes its keypad. */
  keypad: {
    actions: {
      settings: 'its settings',
      reset: 'a factory reset',
      ipCalls: 'calls to an IP address',
    } satisfies Record<KeypadAction, string>,
    closes: (actions: string) => `For anybody who lifts the handset, its file closes: ${actions}.`,
    notClosed: (actions: string) => `We know of no setting that closes: ${actions}.`,
    address:
      'Write down its address in your network now: afterwards it may no longer say it, and only the router lists it.',
    back: (set: string, back: string) =>
      `Without its file, on its web page: ${set}. To open it again, there with the admin password: ${back}.`,
    resetClosed: 'Its keypad is closed: open it first on its web page (above).',
  },

  /** For whoever uses a phone. */
  card: {
    heading: 'From this telephone',
    lift: 'Lift the handset',
    handsFree: 'Press the key with the handset',
    keys: {
      menu: 'the menu',
      operator: 'the operator',
      phone: 'another of our phones',
      outside: 'an outside number',
      otherSystem: 'another telephone system',
      voice: 'a voice or a sound',
      dialTone: 'a dial tone',
    },
    sevenDigits: 'Seven digits',
    inAreaCode: (areaCode: string) => `a number in area code ${areaCode}`,
    tenDigits: 'Area code and seven digits',
    northAmerica: 'other numbers in North America that are allowed here',
    international: '`011`, country code, number',
    abroad: 'numbers abroad that are allowed here',
    more: 'more of our telephones: see their list',
    listTitle: 'Our telephones',
  },

  fetching: {
    run: 'The operator runs',
    /** Where follows: "in the menu". */
    then: 'and says the address. Type it',
    give: 'Type this address',
    while: 'It works only while the operator has it open.',
    thisComputer: 'address of this computer',
    folderWith: (files: readonly string[]) => `folder with ${files.join(' and ')}`,
    qr: 'Address of its settings',
  },

  values: {
    yes: 'yes',
    no: 'no',
    empty: '(empty)',
    byHand: '(set by hand: leave it as it is)',
    long: '(long: from its file only)',
    adminPassword: 'Admin password',
    minutes: (count: number) => `${count} minutes`,
    seconds: (count: number) => `${count} seconds`,
  },

  /** What several kinds of phones have in common. */
  devices: {
    cableIntoIt: 'Network cable from the router into its network socket.',
    ownPowerLast: 'Its own power supply last.',
    powerOrPoe: 'Power: from the switch (PoE), or its own supply.',
    telephoneInto: (socket: string) =>
      `The telephone into the socket \`${socket}\`, never into a telephone company's line.`,
    liftAndPress: (keys: string) => `Lift the handset and press ${keys}`,
    liftAndPressFirst: (keys: string) =>
      `Before it becomes a hotline, which dials at once: lift the handset and press ${keys}`,
    onlyOnKeys:
      "Its voice menu needs keys, and a dial has none: find its address in the router's list, or plug in a telephone with keys.",
    browserTo: (address: string, login: string) =>
      `In a browser on the same network: \`${address}\`. ${login}`,
    address: '<address>',
    macAsPassword:
      'It asks for a password: the MAC address, letters as well. A soft key changes between digits and letters.',
    otherFirmware: 'Other software versions may name the menu differently.',
  },

  network: {
    calls: (protocol: string, port: string, where: string, edge: string) =>
      `Calls: ${protocol} port \`${port}\` to \`${where}\` (${edge}).`,
    audio: (ports: string, where: string) => `Audio: UDP ports \`${ports}\` to \`${where}\`.`,
    outwards: 'Outgoing traffic is enough: forward no port to it. Turn off SIP ALG in the router.',
  },

  tryOut: {
    appConnected: 'The app says that it is connected.',
    rings: (number: string) => `From another phone call \`${number}\`: it rings.`,
    lift: (expected: string) => `Lift the handset: ${expected}`,
    pressHandsFree: (expected: string) => `Press the key with the handset: ${expected}`,
    doNotLift: 'Do not lift it to test: it calls the emergency number at once.',
    dial: (keys: string, expected: string) => `Dial \`${keys}\`: ${expected}`,
    dialPhone: (keys: string) =>
      `Dial \`${keys}\`, another of our phones: it rings, and both sides hear each other.`,
    neverDial: (number: string) => `Never dial ${number} to test.`,
    dialTone: 'a dial tone.',
    /** When a hotline is lifted. */
    lifted: {
      menu: 'no dial tone; the menu speaks within a few seconds.',
      operator: 'no dial tone; it calls the operator.',
      dialTone: 'a dial tone within a few seconds.',
      phone: 'no dial tone; another phone of ours rings.',
      outside: 'no dial tone; it calls an outside number.',
      otherSystem: 'no dial tone; another telephone system answers.',
      voice: 'no dial tone; a voice or a sound within a few seconds.',
      varies: 'no dial tone; who answers depends on the hour.',
      refused: 'no dial tone; a voice says that the call cannot be placed.',
    },
    /** After a key. */
    expected: {
      menu: 'the menu speaks.',
      operator: 'it calls the operator.',
      phone: 'another phone of ours rings.',
      outside: 'it calls an outside number.',
      otherSystem: 'another telephone system answers.',
      voice: 'a voice or a sound.',
    },
  },

  emergency: {
    noAddressTest: "We know of no way to hear this phone's address from it.",
    hearAddress: (how: string) => `Hang up. ${how}: a voice reads this phone's address back.`,
    mustBe: (address: string) => ` It must be: ${address}.`,
    dial: (number: string) => `Dial \`${number}\``,
    hashThenPress: (keys: string) => `Dial \`#\`; when it answers, press ${keys}`,
    handsFreeThenPress: (keys: string) =>
      `Press the key with the handset; when it answers, press ${keys}`,
    liftThenPress: (keys: string) => `Lift the handset; when it answers, press ${keys}`,
    liftThenDial: (number: string) => `Lift the handset; when it answers, dial \`${number}\``,
    notTried: 'Nobody has tried it from here yet: if nobody answers, use another telephone.',
    /** In capitals above the sentence. */
    noCalls: (number: string) => `No ${number} calls`,
    /** As the caller hears it. */
    cannotCall: 'This telephone cannot make emergency calls. Please use another telephone.',
    dialsNobody: (number: string) => `${number} dialed here reaches nobody`,
    mayCall: (number: string, how: string, doubt: string) =>
      `This phone may call ${number}: ${how}.${doubt} If it moves, tell the operator first: help is sent to the address on file.`,
    doubt: (number: string) =>
      ` UNPROVEN: whether anybody answers ${number} when it is dialed. Until it has read its address back, count on the other way alone.`,
    unshown: (number: string, how: string) =>
      `UNPROVEN: whether anybody answers ${number} from this phone (${how}). Until it has read its address back, count on no help from it. If it moves, tell the operator first.`,
    otherSystem: (number: string) =>
      `UNPROVEN: this phone may call ${number}, but another telephone system answers when it is lifted. Ask whoever runs that system how to call ${number} on it. If it moves, tell the operator first.`,
  },

  secret: 'This sheet holds passwords. Keep it like a key; destroy it when the phone works.',
  unproven: 'unproven: if your phone is different, tell the operator.',
};

/** What every language of sheets has. Keys to press and words on the device stand between backticks. */
export type SheetCatalogue = typeof en;
