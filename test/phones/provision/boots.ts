/**
 * What real devices ask for when they start, in their order: paths and User-Agents as gathered by
 * provisioning servers of others, put onto fictional MAC addresses.
 */
export interface Boot {
  readonly extension: string;
  readonly agent: string;
  /** HTTP version that it speaks. */
  readonly version: '1.0' | '1.1';
  readonly requests: readonly BootRequest[];
}

export interface BootRequest {
  readonly method?: 'HEAD' | 'PUT';
  readonly name: string;
  /** Content type while it is open; none where it is not there and need not be. */
  readonly gets?: string;
  /** Holds the password. */
  readonly secret?: true;
}

export const BOOTS: readonly Boot[] = [
  {
    extension: '+15035550123',
    agent: 'Grandstream Model HW HT801 V1.1A SW 1.0.17.5 DevId 000b82000001',
    version: '1.1',
    requests: [
      { name: 'cfg000b82000001' },
      { name: 'cfg000b82000001.xml', gets: 'text/xml', secret: true },
      { name: 'cfght801.xml' },
      { name: 'cfg.xml' },
      { name: 'ht801fw.bin' },
    ],
  },
  {
    extension: '+15035550124',
    agent: 'Grandstream Model HW GXP2170 SW 1.0.11.64 DevId 000b82000002',
    version: '1.1',
    requests: [
      { name: 'cfg000b82000002' },
      { name: 'cfg000b82000002.xml', gets: 'text/xml', secret: true },
      { name: 'cfggxp2170.xml' },
      { name: 'cfg.xml' },
    ],
  },
  {
    extension: 'clinton',
    agent: 'Linksys/PAP2-3.1.9(LSc) (0018F8000001)',
    version: '1.0',
    requests: [{ name: 'spa0018f8000001.cfg', gets: 'text/xml', secret: true }],
  },
  {
    extension: 'belmont', // `$MA.xml` in its profile rule
    agent: 'Linksys/PAP2T-5.1.6(LS) (0018F8000002)',
    version: '1.0',
    requests: [{ name: 'init.cfg' }, { name: '0018f8000002.xml', gets: 'text/xml', secret: true }],
  },
  {
    extension: 'detroit', // `$MAU`, and its serial number in place of the MAC address
    agent: 'Linksys/SPA2102-5.2.13(004) (FM500G000001)',
    version: '1.0',
    requests: [
      { name: 'spa2102.cfg' },
      { name: '001D7E000001.cfg', gets: 'text/xml', secret: true },
    ],
  },
  {
    extension: 'operator-desk',
    agent: 'FileTransport PolycomSoundPointIP-SPIP_501-UA/3.1.8.0070',
    version: '1.1',
    requests: [
      { name: '0004f2000001.cfg', gets: 'text/xml' },
      { name: 'sip.ld' },
      { name: '0004f2000001-line.cfg', gets: 'text/xml', secret: true },
      { name: 'phone1.cfg' },
      { name: 'sip.cfg' },
      { name: '0004f2000001-phone.cfg' },
      { name: '0004f2000001-directory.xml', gets: 'text/xml' },
      { method: 'PUT', name: '0004f2000001-boot.log' },
      { method: 'PUT', name: '0004f2000001-app.log' },
    ],
  },
  {
    extension: 'hall',
    agent: 'FileTransport PolycomVVX-VVX_411-UA/5.9.7.3480 Type/Application',
    version: '1.1',
    requests: [
      { method: 'HEAD', name: '64167f000001.cfg', gets: 'text/xml' },
      { name: '64167f000001.cfg', gets: 'text/xml' },
      { method: 'HEAD', name: '64167f000001-line.cfg', gets: 'text/xml' },
      { name: '64167f000001-line.cfg', gets: 'text/xml', secret: true },
      { name: '64167f000001-phone.cfg' },
      { name: '64167f000001-web.cfg' },
      { name: '64167f000001-license.cfg' },
      { method: 'PUT', name: '64167f000001-app.log' },
    ],
  },
  {
    extension: '101',
    agent: 'Yealink SIP-T46S 66.86.0.15 00:15:65:00:00:01',
    version: '1.1',
    requests: [
      { name: 'y000000000000.boot' },
      { name: '001565000001.boot' },
      { name: 'y000000000066.cfg' },
      { name: '001565000001.cfg', gets: 'text/plain', secret: true },
    ],
  },
  {
    extension: '+13135550150',
    agent: 'LinphoneAndroid/5.2.3 (Example) LinphoneSDK/5.3.20',
    version: '1.1',
    requests: [{ name: 'linphone-+13135550150.xml', gets: 'application/xml', secret: true }],
  },
];
