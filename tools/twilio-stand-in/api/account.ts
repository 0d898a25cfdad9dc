/** The account itself (https://www.twilio.com/docs/iam/api/account). */
import { notFound, type Route } from '../contract';
import { rfc2822, without, written } from '../records';
import { API_VERSION, HOST, uriOf } from './paths';

const SUBRESOURCES = {
  addresses: '/Addresses',
  applications: '/Applications',
  available_phone_numbers: '/AvailablePhoneNumbers',
  calls: '/Calls',
  incoming_phone_numbers: '/IncomingPhoneNumbers',
  sip: '/SIP',
};

export const accountRoutes: readonly Route[] = [
  {
    host: HOST,
    method: 'GET',
    path: `/${API_VERSION}/Accounts/{Sid}.json`,
    tokenOnly: true,
    handle(call) {
      const { accountSid, params, request, state } = call;
      if (params['Sid'] !== accountSid) throw notFound(request.path);
      const subresources = Object.entries(SUBRESOURCES).map(([name, path]) => [
        name,
        uriOf(call, path),
      ]);
      return {
        status: 200,
        body: {
          ...written(without(state.api.account, 'ownerAccountSid', 'balance'), rfc2822),
          sid: accountSid,
          owner_account_sid: state.api.account.ownerAccountSid ?? accountSid,
          // Twilio tells it; nothing here needs it, and a log could keep it.
          auth_token: null,
          uri: uriOf(call, ''),
          subresource_uris: Object.fromEntries(subresources) as Record<string, string>,
        },
      };
    },
  },
  {
    host: HOST,
    method: 'GET',
    path: `/${API_VERSION}/Accounts/{AccountSid}/Balance.json`,
    handle: ({ accountSid, state }) => ({
      status: 200,
      body: {
        account_sid: accountSid,
        balance: state.api.account.balance,
        currency: 'USD',
      },
    }),
  },
];
