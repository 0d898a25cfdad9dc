/**
 * Twilio's REST API as far as `cred-util` asks it, in the process of the real SDK:
 * https://www.twilio.com/docs/voice/sip/api/sip-domain-resource
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Twilio } from 'twilio';
import Response from 'twilio/lib/http/response';
import type { RequestOptions } from 'twilio/lib/base/RequestClient';
import { ACCOUNT_SID, SIP_DOMAIN_SID } from '../fixtures/twilio';

export interface Lists {
  /** Usernames by the SID of their credential list. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** SIDs of the lists mapped for calls. */
  readonly calls: readonly string[];
  /** SIDs of the lists mapped for registrations. */
  readonly registrations: readonly string[];
}

/** SID of a fictional credential list. */
export function listSid(digit: string): string {
  return `CL${digit.repeat(32)}`;
}

export class CredentialListApi {
  /** Paths asked for, in order. */
  readonly requests: string[] = [];
  /** Milliseconds until each answer. */
  latency = 0;
  /** Never answers. */
  silent = false;
  /** HTTP status to fail with. */
  failure: number | undefined;
  /** Items on a page, whatever page size is asked for: Twilio may give fewer. */
  pageSize = 1_000;

  constructor(public lists: Lists) {}

  client(): Twilio {
    const request = (options: RequestOptions<unknown>) => this.answer(new URL(options.uri));
    return new Twilio(ACCOUNT_SID, 'not-a-real-token', {
      httpClient: { request } as never,
    });
  }

  /** The same over plain HTTP on loopback; `restHook.cjs` leads Twilio's SDK there. */
  async listen(): Promise<Server> {
    const server = createServer((request, response) => {
      void this.answer(new URL(request.url ?? '/', 'https://api.twilio.com')).then((answer) => {
        response.writeHead(answer.statusCode, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  private async answer(url: URL): Promise<Response<unknown>> {
    const path = url.pathname.replace(`/2010-04-01/Accounts/${ACCOUNT_SID}`, '');
    this.requests.push(path);
    if (this.silent) return new Promise(() => undefined);
    if (this.latency > 0) await sleep(this.latency);
    if (this.failure !== undefined) {
      return new Response(
        this.failure,
        { code: 20500, message: 'failed', status: this.failure },
        {},
      );
    }
    const page = Number(url.searchParams.get('Page') ?? '0');
    const { key, items } = this.resource(path);
    const next = (page + 1) * this.pageSize < items.length;
    return new Response(
      200,
      {
        [key]: items.slice(page * this.pageSize, (page + 1) * this.pageSize),
        page,
        page_size: this.pageSize,
        uri: url.pathname,
        next_page_uri: next ? `${url.pathname}?Page=${page + 1}&PageToken=x` : null,
      },
      {},
    );
  }

  private resource(path: string): { key: string; items: object[] } {
    const domain = `/SIP/Domains/${SIP_DOMAIN_SID}/Auth`;
    switch (path) {
      case '/SIP/Domains.json':
        return {
          key: 'domains',
          items: [{ sid: SIP_DOMAIN_SID, domain_name: 'direct-example-prod.sip.twilio.com' }],
        };
      case `${domain}/Calls/CredentialListMappings.json`:
        return { key: 'contents', items: this.lists.calls.map((sid) => ({ sid })) };
      case `${domain}/Registrations/CredentialListMappings.json`:
        return { key: 'contents', items: this.lists.registrations.map((sid) => ({ sid })) };
      default: {
        const sid = /^\/SIP\/CredentialLists\/(CL\w+)\/Credentials\.json$/.exec(path)?.[1] ?? '';
        const usernames = this.lists.lists[sid] ?? [];
        return { key: 'credentials', items: usernames.map((username) => ({ sid, username })) };
      }
    }
  }
}
