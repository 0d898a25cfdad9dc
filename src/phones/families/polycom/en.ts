/** What a sheet says of a Polycom, in English. */
export const en = {
  /** In its directory of speed dials. */
  operator: 'Operator',
  plug: 'Network cable into the socket `LAN`, not `PC`. Handset into its own socket.',
  lineKey: 'Line key',
  lineKeyMeans: 'Green: in a call. Fast green: ringing. Blinking red: on hold.',
  picture: 'Picture beside the line',
  pictureMeans: 'Filled: registered. Outline: not registered.',
  fromFileOnly: 'From its file only',
  digitMapIs: 'what it may dial',
  encryption: 'Encryption of calls (SRTP)',
  on: 'on',
  legacy: {
    plugConference: 'Network and power go through the one cable and its power box.',
    setup:
      'Pull the power and plug it in again; press `Setup` while it counts down. Password `456`.',
    login: 'User `Polycom`, password `456`: shows these values, but not all can be typed there.',
    fetch: 'in `Setup` → `Server Menu`: `Server Type` HTTP, `Server Address`',
    lightsAround: 'Lights around it',
    lightsAroundMean: 'Green: in a call. Red: microphones off. Blinking green: ringing.',
    reset: (keys: string) =>
      `Pull the power and plug it in again. While it counts down (if it says \`Loading\`, \`Cancel\`), hold \`${keys}\` together.`,
    letters: 'Whether small or capital letters: try small ones first.',
  },
  uc: {
    menu: 'Its menu: `Settings` → `Advanced`, password `456` or the one set at its first start.',
    showsAddress: 'Its address: `Settings` → `Status` → `Network`.',
    login: 'As `Admin`, the same password. The page may have to be allowed on the phone first.',
    fetch:
      'in `Settings` → `Advanced` → `Provisioning Server`: `Server Type` HTTP, `Server Address`',
    lamp: 'Lamp at the top',
    lampMeans: 'Blinks red: a message, or starting.',
    reset:
      'With the password: `Settings` → `Advanced` → `Administration Settings` → `Reset to Defaults` → `Reset to Factory`.',
    resetWithout:
      'Without: pull the power, plug it in, `Cancel` when it starts, hold `1 3 5` together.',
  },
};

export type PolycomWords = typeof en;
