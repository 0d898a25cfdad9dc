/** What Twilio answers at api.twilio.com, as far as Dialtone asks. */
import type { Product } from '../contract';
import { accountRoutes } from './account';
import { addressRoutes } from './addresses';
import { applicationRoutes } from './applications';
import { callRoutes } from './calls';
import { callMakingRoutes } from './callsMade';
import { credentialListRoutes } from './credentialLists';
import { credentialRoutes } from './credentials';
import { domainRoutes } from './domains';
import { mappingRoutes } from './mappings';
import { messageRoutes } from './messages';
import { numberRoutes } from './numbers';
import { queueRoutes } from './queues';
import { recordingRoutes } from './recordings';
import { fictionalNumbers, shopRoutes } from './shop';
import './state';

export const api: Product = {
  documents: ['twilio_api_v2010'],
  routes: [
    ...accountRoutes,
    ...domainRoutes,
    ...mappingRoutes,
    ...credentialListRoutes,
    ...credentialRoutes,
    ...numberRoutes,
    ...shopRoutes,
    ...addressRoutes,
    ...applicationRoutes,
    ...callRoutes,
    ...callMakingRoutes,
    ...queueRoutes,
    ...recordingRoutes,
    ...messageRoutes,
  ],
  switches: {
    cleared: null,
    credentialErrorCode: 21243,
    passwordMovesDate: true,
    addressInUse: 'refused',
    emergencyAddressChange: 'refused',
    registrationReads: 2,
    registrationMs: 30 * 60_000,
    unregisteringShowsAddress: false,
    cancelTooLate: 'ignored',
  },
  emptyState: () => ({
    api: {
      account: {
        friendlyName: 'Example',
        status: 'active',
        type: 'Full',
        ownerAccountSid: null,
        balance: '120.50',
        dateCreated: new Date('2026-01-01T00:00:00Z'),
        dateUpdated: new Date('2026-01-01T00:00:00Z'),
      },
      domains: [],
      takenDomainNames: [],
      credentialLists: [],
      ipAccessControlLists: [],
      numbers: [],
      forSale: fictionalNumbers(),
      addresses: [],
      streets: {
        unknown: ['404 Nowhere Street'],
        corrected: { '1 Exmaple Street': '1 Example Street' },
        unregistrable: ['13 Unreachable Street'],
      },
      applications: [],
      calls: [],
      verifiedCallerIds: [],
      queues: [],
      recordings: [],
      messages: [],
    },
  }),
};
