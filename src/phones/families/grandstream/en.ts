/** What a sheet says of a Grandstream, in English. */
export const en = {
  login: 'User `admin`, password `admin`, or the one on its label.',
  ht: {
    wanSocket: 'Network cable from the router into the socket `WAN`.',
    voiceMenu: '`***`: a voice. Then `02`: it says its address.',
    fetch: 'on `ADVANCED SETTINGS`: `Upgrade Via` HTTP, `Config Server Path`',
    power: 'Power',
    powerMeans: 'Steady: ready.',
    network: 'Network',
    networkMeans: 'On: network there.',
    phone: 'Phone',
    phoneMeans: 'Steady: registered. Off: not registered. Blinks every second: in use.',
    reset:
      'Pull the network cable out. Press the button in the small hole with a pin for 7 seconds.',
    resetByKeys: (mac: string) =>
      `Or by keys: \`***\` \`99\`, then its MAC address as \`${mac}\`; wait 15 seconds.`,
  },
  gxp: {
    plug: 'Network cable into the socket `LAN`, not `PC`. Handset into the socket with the handset.',
    showsAddress: 'Its menu shows its address: `Status` → `Network Status`.',
    fetch: 'on `Maintenance` → `Upgrade`: `Upgrade Via` HTTP, `Config Server Path`',
    lineKey: 'Line key, or icon of the account',
    lineKeyMeans: 'Green: registered or in a call. Grey or crossed out: not registered.',
    lamp: 'Lamp in the corner',
    lampMeans: 'Blinks: a call, or a message.',
    reset:
      'In its menu: `System` → `Operations` → `Factory Reset`; on a GXP16xx `Config` → `Factory Reset`.',
    resetOnPage:
      'Or on its web page: `Maintenance` → `Upgrade` → `Factory Reset`. It needs the admin password.',
  },
};

export type GrandstreamWords = typeof en;
