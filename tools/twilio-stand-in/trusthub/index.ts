/** Who the account belongs to, as Twilio has seen it (https://www.twilio.com/docs/trust-hub/trusthub-rest-api/customer-profiles). */
import type { Call, Product } from '../contract';
import { pageV1 } from '../paging';
import { type Dated, iso8601, written } from '../records';

declare module '../contract' {
  interface State {
    trusthub: { customerProfiles: CustomerProfile[] };
  }
}

export interface CustomerProfile extends Dated {
  readonly sid: string;
  friendlyName: string;
  status: 'draft' | 'pending-review' | 'in-review' | 'twilio-rejected' | 'twilio-approved';
  readonly policySid: string;
  email: string;
}

const HOST = 'trusthub.twilio.com';
const PATH = '/v1/CustomerProfiles';
const THEN = new Date('2026-01-01T00:00:00Z');

function render(profile: CustomerProfile, { accountSid }: Call): object {
  const url = `https://${HOST}${PATH}/${profile.sid}`;
  return {
    ...written(profile, iso8601),
    account_sid: accountSid,
    valid_until: null,
    status_callback: null,
    errors: null,
    url,
    links: {
      customer_profiles_entity_assignments: `${url}/EntityAssignments`,
      customer_profiles_evaluations: `${url}/Evaluations`,
      customer_profiles_channel_endpoint_assignment: `${url}/ChannelEndpointAssignments`,
    },
  };
}

export const trusthub: Product = {
  documents: ['twilio_trusthub_v1'],
  routes: [
    {
      host: HOST,
      method: 'GET',
      path: PATH,
      handle: (call) =>
        pageV1(call, {
          key: 'results',
          items: call.state.trusthub.customerProfiles.filter(
            ({ status }) => (call.values['Status'] ?? status) === status,
          ),
          id: ({ sid }) => sid,
          render: (profile) => render(profile, call),
        }),
    },
  ],
  emptyState: () => ({
    trusthub: {
      customerProfiles: [
        {
          sid: `BU${'0'.repeat(31)}1`,
          friendlyName: 'Example',
          status: 'twilio-approved',
          policySid: `RN${'0'.repeat(31)}1`,
          email: 'office@example.org',
          dateCreated: THEN,
          dateUpdated: THEN,
        },
      ],
    },
  }),
};
