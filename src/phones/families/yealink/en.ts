/** What a sheet says of a Yealink, in English. */
export const en = {
  plug: 'Network cable into the socket `Internet`, not `PC`. Handset into its own socket.',
  showsAddress: 'Press `OK` when nobody is calling: the display shows its address.',
  login: 'User `admin`, password `admin` when new.',
  fetch: 'on `Settings` → `Auto Provision`: `Server URL`, then `Auto Provision Now`',
  powerLamp: 'Power lamp',
  powerLampMeans: 'Red: starting. Blinks fast: ringing. Blinks slowly: a message. Off: idle.',
  lineKey: 'Line key',
  lineKeyMeans: 'Green: in a call. Fast green: ringing. Slow green: on hold.',
  reset:
    'When nobody is calling hold `OK` for about 10 seconds, then confirm. It restarts, as new.',
};

export type YealinkWords = typeof en;
