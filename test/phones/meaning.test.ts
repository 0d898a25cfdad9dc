/** What every file has to say, in each family's own words. */
import type { FamilyId } from '../../src/phones/families';
import type { PhoneSettings, Transport } from '../../src/phones/phone';
import { model, MODELS, phone } from './example';
import { readSettings } from './read';

const TRANSPORT_NAMES: Readonly<Record<FamilyId, Record<Transport, string>>> = {
  spa: { udp: 'UDP', tcp: 'TCP', tls: 'TLS' },
  'grandstream-ht': { udp: '0', tcp: '1', tls: '2' },
  'grandstream-gxp': { udp: '0', tcp: '1', tls: '2' },
  'polycom-legacy': { udp: 'UDPOnly', tcp: 'TCPOnly', tls: 'TLS' },
  'polycom-uc': { udp: 'UDPOnly', tcp: 'TCPOnly', tls: 'TLS' },
  yealink: { udp: '0', tcp: '1', tls: '2' },
  linphone: { udp: 'udp', tcp: 'tcp', tls: 'tls' },
};

/** Where each family keeps the name that it shows. */
const NAME_KEYS =
  /^(Display_Name_1_|P3|P4180|reg\.1\.(displayName|label)|account\.1\.(display_name|label)|proxy_0\.reg_identity)$/;

type Meant = Readonly<Record<string, string>>;

function spa(settings: PhoneSettings): Meant {
  return {
    Line_Enable_1_: 'Yes',
    Proxy_1_: settings.domain,
    Outbound_Proxy_1_: settings.outboundProxy,
    Use_Outbound_Proxy_1_: 'Yes',
    User_ID_1_: settings.username,
    Password_1_: settings.password,
    Register_Expires_1_: '600',
    Call_Waiting_Serv_1_: 'No',
    NAT_Keep_Alive_Enable_1_: 'Yes',
    DTMF_Tx_Method_1_: 'AVT',
    Preferred_Codec_1_: 'G711u',
    Admin_Passwd: settings.adminPassword,
    Upgrade_Enable: 'No',
    Call_Return_Code: '',
    Cfwd_All_Act_Code: '',
    Referral_Services_Codes: '',
  };
}

function grandstream(settings: PhoneSettings): Meant {
  return {
    mac: settings.mac!.replace(/:/g, ''),
    P2: settings.adminPassword,
    P271: '1',
    P47: settings.domain,
    P48: settings.outboundProxy,
    P35: settings.username,
    P36: settings.username,
    P34: settings.password,
    P2329: '0', // sip:, and not sips:
    P32: '10', // minutes
    P2330: '300',
    P52: '2',
    P72: '0',
    P81: '0',
    P91: '1',
    P191: '0',
    P194: '0',
    P192: '',
    P57: '0',
    P183: settings.secureMedia ? '2' : '0',
  };
}

function polycom(settings: PhoneSettings): Meant {
  return {
    'reg.1.address': settings.username,
    'reg.1.auth.userId': settings.username,
    'reg.1.auth.password': settings.password,
    'reg.1.server.1.address': settings.domain,
    'reg.1.server.1.port': settings.transport === 'tls' ? '' : '5060',
    'reg.1.server.1.expires': '600',
    'reg.1.outboundProxy.address': settings.outboundProxy,
    'call.enableOnNotRegistered': '1',
    'dialplan.removeEndOfDial': '0',
    'dialplan.1.removeEndOfDial': '0',
    'dialplan.routing.emergency.1.value': '',
    'tone.dtmf.viaRtp': '1',
    'nat.keepalive.interval': '20',
  };
}

function yealink(settings: PhoneSettings): Meant {
  return {
    'account.1.enable': '1',
    'account.1.user_name': settings.username,
    'account.1.auth_name': settings.username,
    'account.1.password': settings.password,
    'account.1.sip_server.1.address': settings.domain,
    'account.1.sip_server.1.expires': '600',
    'account.1.sip_server.1.port': settings.transport === 'tls' ? '5061' : '5060',
    'account.1.outbound_proxy_enable': '1',
    'account.1.outbound_proxy.1.address': settings.outboundProxy,
    'account.1.unregister_on_reboot': '0',
    'account.1.srtp_encryption': settings.secureMedia ? '2' : '0',
    'features.key_as_send': '0',
    'call_waiting.enable': '0',
    'static.security.user_password': `admin:${settings.adminPassword}`,
  };
}

function linphone({ username, domain, transport, secureMedia }: PhoneSettings): Meant {
  return {
    'proxy_0.reg_identity': `"SE Alder booth" <sip:${username}@${domain}>`,
    // REGISTER goes where this says; the domain is in the identity.
    'proxy_0.reg_proxy': `<sip:sip.umatilla.twilio.com;transport=${transport}>`,
    'proxy_0.reg_route': `<sip:sip.umatilla.twilio.com;transport=${transport}>`,
    'proxy_0.reg_expires': '600',
    'auth_info_0.username': username,
    'auth_info_0.realm': 'sip.twilio.com',
    'sip.media_encryption': secureMedia ? 'srtp' : 'none',
  };
}

const FAMILIES: Readonly<Record<FamilyId, (settings: PhoneSettings) => Meant>> = {
  spa,
  'grandstream-ht': grandstream,
  'grandstream-gxp': grandstream,
  'polycom-legacy': (settings) => ({ ...polycom(settings), 'reg.1.callsPerLineKey': '1' }),
  'polycom-uc': (settings) => ({
    ...polycom(settings),
    'call.callWaiting.enable': '0',
    'device.set': '1',
    'device.auth.localAdminPassword': settings.adminPassword,
    'sec.srtp.require': settings.secureMedia ? '1' : '0',
  }),
  yealink,
  linphone,
};

function read(settings: PhoneSettings): ReadonlyMap<string, string> {
  return readSettings(settings.model.family.id, settings.model.files(settings)[0]!);
}

const ONE_IDENTITY = MODELS.filter(({ id }) => id !== 'grandstream-ht812');

it.each(ONE_IDENTITY)('$id says everything that it is to be', (model) => {
  for (const transport of model.transports) {
    for (const secureMedia of model.srtp && transport === 'tls' ? [true, false] : [false]) {
      const settings = phone(model, { transport, secureMedia });
      expect(Object.fromEntries(read(settings))).toMatchObject(
        FAMILIES[model.family.id as FamilyId](settings),
      );
    }
  }
});

it.each(MODELS)('$id is told its transport', (model) => {
  for (const transport of model.transports) {
    const values = [...read(phone(model, { transport })).entries()];
    const reported = values.filter(([key]) => /transport|^P(130|830|448)$|reg_proxy/i.test(key));
    if (model.id === 'linksys-pap2') {
      expect(reported).toEqual([]);
      continue;
    }
    expect(reported.length).toBeGreaterThan(0);
    for (const [, value] of reported) {
      expect(value).toContain(TRANSPORT_NAMES[model.family.id as FamilyId][transport]);
    }
  }
});

it.each([
  ['linksys-pap2', 'Dial_Plan_1_', '(S0<:#>)'],
  ['grandstream-ht801', 'P71', '#'],
  ['grandstream-ht812', 'P4210', '#'],
  ['grandstream-gxp2135', 'P71', '#'],
  ['polycom-soundpoint-501', 'call.autoOffHook.1.contact', '#'],
  ['polycom-vvx-450', 'call.autoOffHook.1.contact', '#'],
  ['yealink-t46s', 'features.hotline_number', '#'],
])(
  '%s: a hotline dials # when lifted, by %s; a phone with dial tone does not',
  (id, key, value) => {
    expect(read(phone(model(id), { dial: 'hotline' })).get(key)).toBe(value);
    const other = read(phone(model(id), { dial: 'dialtone' })).get(key);
    if (id === 'linksys-pap2') expect(other).not.toContain(':#');
    else expect(other).toBe('');
  },
);

it('the second port of an HT802 has its own numbers for everything', () => {
  const first = phone(model('grandstream-ht802'));
  const second = phone(first.model, { line: 2, username: 'demo', password: 'Second1' });
  const [file] = first.model.files(first, [second]);
  expect(Object.fromEntries(readSettings('grandstream-ht', file!))).toMatchObject({
    P401: '1',
    P747: second.domain,
    P748: second.outboundProxy,
    P735: 'demo',
    P736: 'demo',
    P734: 'Second1',
    P830: '2',
    P2429: '0',
    P730: '2',
    P732: '10',
    P2430: '300',
    P772: '0',
    P791: '1',
    P751: '0',
    P752: '0',
    P740: '5062',
    P757: '0',
    P860: '101',
  });
});

it.each(MODELS.filter(({ family }) => family.id === 'grandstream-gxp'))(
  'the second account of a $id has its own numbers for everything',
  (each) => {
    for (const secureMedia of [true, false]) {
      const first = phone(each, { secureMedia });
      const second = { ...first, line: 2, username: 'demo', password: 'Second1' };
      const [file] = each.files(first, [second]);
      expect(Object.fromEntries(readSettings('grandstream-gxp', file!))).toMatchObject({
        P401: '1',
        P402: second.domain,
        P404: 'demo',
        P406: 'Second1',
        P408: '0',
        P420: '0',
        P443: secureMedia ? '2' : '0',
        P451: '0',
        P491: '4',
        P2401: '0',
        P2402: '1',
        P2403: '0',
        P2430: '300',
      });
      expect(each.warnings(second).join('\n')).toContain('account 2');
      expect(each.warnings(first).join('\n')).not.toContain('account');
    }
  },
);

it.each(MODELS)('$id says the name that it is told', (model) => {
  for (const displayName of ['SE Alder booth', 'Cabina "Ñandú"', '電話']) {
    const settings = phone(model, { displayName });
    const reported = [...read(settings)].filter(([key]) => NAME_KEYS.test(key));
    expect(reported.length).toBeGreaterThan(0);
    for (const [, value] of reported) {
      expect(value.replace(/^"(.*)" <.*>$/, '$1')).toBe(model.shows(settings));
    }
  }
});

it('empties the star codes of an SPA, which `<X/>` would leave as they are', () => {
  for (const id of ['linksys-pap2', 'linksys-pap2t', 'cisco-spa2102']) {
    const [file] = model(id).files(phone(model(id)));
    expect(file?.content).toContain('<Call_Return_Code></Call_Return_Code>');
    expect(file?.content).not.toContain('/>');
  }
});

it('an HT812 has the identity by port, and a profile for each', () => {
  const first = phone(model('grandstream-ht812'));
  const second = phone(model('grandstream-ht812'), { line: 2, username: 'demo', dial: 'hotline' });
  const [file] = first.model.files(first, [second]);
  expect(Object.fromEntries(readSettings('grandstream-ht', file!))).toMatchObject({
    P4060: first.username,
    P4090: first.username,
    P4120: first.password,
    P4150: '0',
    P4210: '',
    P4595: '1',
    P47: first.domain,
    P4061: 'demo',
    P4091: 'demo',
    P4151: '1',
    P4211: '#',
    P4596: '1',
    P747: second.domain,
  });
});

it.each(MODELS)('$id warns of what it cannot do well', (model) => {
  const warnings = (transport: Transport) => model.warnings(phone(model, { transport })).join('\n');
  if (model.transports[0] === 'tls') {
    expect(warnings('tls')).not.toMatch(/TLS/);
    expect(warnings('udp')).toMatch(/can use TLS/);
  } else if (model.transports.includes('tls')) {
    expect(warnings('tls')).toMatch(/older than TLS 1\.2/);
    expect(warnings(model.transports[0]!)).not.toMatch(/TLS/);
  }
});
