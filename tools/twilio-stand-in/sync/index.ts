/** What Twilio answers at sync.twilio.com, as far as Dialtone asks. */
import type { Product } from '../contract';
import { documentRoutes } from './documents';
import { mapRoutes } from './maps';
import { serviceRoutes } from './services';
import { defaultService } from './state';

export const sync: Product = {
  documents: ['twilio_sync_v1'],
  routes: [...serviceRoutes, ...documentRoutes, ...mapRoutes],
  switches: { syncTaken: 409, syncChanged: 412 },
  emptyState: () => ({ sync: { services: [defaultService(`IS${'0'.repeat(32)}`)] } }),
};
