/** What Twilio answers at serverless.twilio.com, its upload host, and where deployments are served. */
import type { Product } from '../contract';
import { buildRoutes } from './builds';
import { deploymentRoutes } from './deployments';
import { domainRoutes } from './domains';
import { environmentRoutes } from './environments';
import { logRoutes } from './logs';
import { resourceRoutes } from './resources';
import { serviceRoutes } from './services';
import { variableRoutes } from './variables';
import './state';

export const serverless: Product = {
  documents: ['twilio_serverless_v1'],
  routes: [
    ...serviceRoutes,
    ...environmentRoutes,
    ...variableRoutes,
    ...resourceRoutes,
    ...buildRoutes,
    ...deploymentRoutes,
    ...logRoutes,
    ...domainRoutes,
  ],
  switches: { buildReads: 2, serverlessConflictCode: 20409 },
  emptyState: () => ({ serverless: { services: [], failingBuilds: 0 } }),
};
