import { ownerOf, provisionToken } from '../../../src/phones/provision/token';
import { hostAndPort, phoneHost } from '../../../src/phones/provision/addresses';
import { formerPasswords } from '../../../src/phones/provision/passwords';
import { provisioningUrlOf } from '../../../src/phones/provision/provisioningUrl';
import { BOOTS } from './boots';
import { DEVICES, deviceOf, filesFor } from './site';

const KEY = Buffer.alloc(32, 1);

describe('a token', () => {
  it('is of 130 bits, in letters that a telephone can type and nobody confuses', () => {
    const token = provisionToken(KEY, 'prod', '00:0b:82:00:00:01', '1');
    expect(token).toMatch(/^[2-9a-km-np-z]{26}$/);
  });

  it('is the same every time, and another for another key, environment, device or password', () => {
    const tokens = [
      provisionToken(KEY, 'prod', 'a', '1'),
      provisionToken(KEY, 'prod', 'b', '1'),
      provisionToken(KEY, 'stage', 'a', '1'),
      provisionToken(Buffer.alloc(32, 2), 'prod', 'a', '1'),
      provisionToken(KEY, 'prod', 'a', '2'),
    ];
    expect(new Set(tokens).size).toBe(5);
    expect(provisionToken(KEY, 'prod', 'a', '1')).toBe(tokens[0]);
  });

  it('uses all of its letters about as often', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2_000; i++) {
      for (const letter of provisionToken(KEY, 'prod', String(i), '1')) {
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(32);
    expect(Math.min(...counts.values())).toBeGreaterThan(1_300); // 1625 expected
    expect(Math.max(...counts.values())).toBeLessThan(1_950);
  });

  it('finds its owner alone', () => {
    for (const device of DEVICES) {
      expect(ownerOf(device.token, DEVICES)).toBe(device);
      expect(ownerOf(device.token.slice(1), DEVICES)).toBeUndefined();
    }
    expect(ownerOf('', DEVICES)).toBeUndefined();
  });
});

describe('the passwords of a device before', () => {
  it.each([
    [[1], []],
    [[0], []],
    [[3], ['2', '1']],
    [
      [2, 2],
      ['2+1', '1+2', '1+1'],
    ],
    [[2, 0], ['1+0']],
  ])('%j', (generations, former) => {
    expect(formerPasswords(generations)).toEqual(former);
  });

  it('are bounded, however often it was rotated and however many lines it has', () => {
    expect(formerPasswords([9_999])).toHaveLength(19);
    expect(formerPasswords(Array<number>(12).fill(40))).toHaveLength(12 * 19);
  });
});

describe('the address for a phone', () => {
  it.each(BOOTS)('leads $extension to its file', ({ extension }) => {
    const device = deviceOf(extension);
    const { address } = provisioningUrlOf(device, '192.0.2.1:8069');
    const [kind = ''] = device.model.family.id.split('-');
    expect(address).toContain(`192.0.2.1:8069/p/${device.token}`);
    // Grandstream and Polycom want no scheme; an SPA and an app want the file itself.
    expect(address.startsWith('http://')).toBe(!['grandstream', 'polycom'].includes(kind));
    const secret = filesFor(device).find((file) => file.secret)?.name;
    expect(address.endsWith(`/${secret}`)).toBe(['spa', 'linphone'].includes(kind));
  });
});

describe('the address of this machine', () => {
  const at = (address: string, internal = false) =>
    ({ family: 'IPv4', address, internal }) as never;
  const interfaces = {
    lo: [at('127.0.0.1', true)],
    docker0: [at('172.17.0.1')],
    eth1: [at('203.0.113.5')],
    eth0: [at('192.168.7.2')],
  };
  it.each([
    ['what it is bound to', '192.0.2.7', '192.0.2.7'],
    ['where that is all, the one in the phones’ network', '0.0.0.0', '192.168.7.2'],
  ])('is %s', (_, bind, host) => {
    expect(phoneHost(bind, interfaces)).toBe(host);
  });

  it('is unknown on a machine without a network', () => {
    expect(phoneHost('0.0.0.0', { lo: [at('127.0.0.1', true)] })).toBeUndefined();
  });

  it('stands in brackets where it is of IPv6', () => {
    expect(hostAndPort('2001:db8::1', 80)).toBe('[2001:db8::1]:80');
  });
});
