/** What a sheet says of an SPA, in English. */
export const en = {
  internetSocket:
    'Network cable from the router into the socket `INTERNET` (blue), not `ETHERNET`.',
  voiceMenu: '`****`: a voice. Then `110#`: it says its address.',
  openPage: 'It shows its page on the `INTERNET` side only after `****` `7932#` `1#`.',
  login: 'User `admin`, no password when new.',
  fetch: 'in a browser, after `http://<address>/admin/resync?`',
  powerLight: 'Steady: ready.',
  networkLight: 'On: network there. Blinks with traffic.',
  phoneLight: 'Steady: registered. Off: not registered. Blinks: handset lifted.',
  resetHotline: 'A hotline dials when it is lifted: first type `(*xx)` as `Dial Plan` on its page.',
  reset: 'Lift the handset: `****`, then `73738#`, then `1` to confirm. Hang up and wait a minute.',
  resetPassword:
    'If the voice asks for a password: the admin password on this sheet, if the phone was set up with it.',
};

export type SpaWords = typeof en;
