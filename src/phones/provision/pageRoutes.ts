/**
 * The page for the person who sets phones up. It shows secret addresses and can open a phone: so only a
 * browser on this machine gets it, and only this page can make that browser do anything.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inCheckout } from '../../config/checkout';
import { UserError } from '../../diagnostics/errors';
import type { Provisioner } from './provisioner';
import { readBody } from './body';
import { isOwnBrowser } from './ownBrowser';
import { TEXTS } from './page/language';
import { type ViewOptions, viewOf } from './view';

/** In the checkout, as the functions and assets are. */
const PAGE = 'src/phones/provision/page';

export interface PageOptions {
  readonly view: ViewOptions;
  /** A person has opened a phone, or closed it; for the log. */
  readonly pressed?: (done: 'open' | 'close', extension: string) => void;
}

type Handler = (
  request: FastifyRequest,
  reply: FastifyReply,
) => FastifyReply | Promise<FastifyReply>;

const FILES = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
} as const;
const TEXTS_SCRIPT = '/texts.js';
const STATE = '/state';
const ACTIONS = ['/open', '/close'] as const;
type Action = (typeof ACTIONS)[number];
const PATHS = new Set<string>([...Object.keys(FILES), TEXTS_SCRIPT, STATE, ...ACTIONS]);

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
const BODY_BYTES = 1_024;

export function isPagePath(target: string): boolean {
  return PATHS.has(target);
}

/** @param otherwise answers whoever may not see the page, as if it were not there. */
export function pageRoutes(
  app: FastifyInstance,
  provisioner: Provisioner,
  page: PageOptions,
  otherwise: Handler,
): void {
  const csrf = randomBytes(24).toString('base64url');
  const own =
    (answer: Handler, allowed: (request: FastifyRequest) => boolean = () => true): Handler =>
    (request, reply) =>
      isOwnBrowser(request.raw) && allowed(request)
        ? answer(request, reply.headers(HEADERS))
        : otherwise(request, reply);

  for (const [url, { file, type }] of Object.entries(FILES)) {
    const text = readFileSync(inCheckout(PAGE, file), 'utf8').replace('{csrf}', csrf);
    app.get(
      url,
      own((_request, reply) => reply.header('content-type', type).send(text)),
    );
  }
  app.get(
    TEXTS_SCRIPT,
    own((_request, reply) => reply.header('content-type', FILES['/page.js'].type).send(TEXTS)),
  );
  app.get(
    STATE,
    own((_request, reply) => reply.send(viewOf(provisioner, page.view))),
  );
  for (const url of ACTIONS) {
    app.post(
      url,
      own(
        async (request, reply) => {
          const asked = parsed(await readBody(request.raw, BODY_BYTES));
          return asked ? act(url, asked.extension, reply) : reply.code(400).send({});
        },
        ({ headers }) => sameToken(headers['x-csrf'], csrf),
      ),
    );
  }

  function act(url: Action, extension: string, reply: FastifyReply): FastifyReply {
    try {
      if (url === '/open') provisioner.open(extension, page.view.minutes);
      else provisioner.close(extension);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return reply.code(409).send({ error: error.message, fix: error.fix });
    }
    page.pressed?.(url === '/open' ? 'open' : 'close', extension);
    return reply.send({});
  }
}

function sameToken(given: unknown, token: string): boolean {
  const bytes = Buffer.from(typeof given === 'string' ? given : '');
  return bytes.length === token.length && timingSafeEqual(bytes, Buffer.from(token));
}

function parsed(body: Buffer | undefined): { readonly extension: string } | undefined {
  try {
    const { extension } = JSON.parse(body?.toString('utf8') ?? '') as { extension?: unknown };
    return typeof extension === 'string' ? { extension } : undefined;
  } catch {
    return undefined;
  }
}
