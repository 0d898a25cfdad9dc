/** Lists by pages: of the 2010 API, with relative links, and of the v1 APIs, with a `meta`. */
import { type ApiReply, badRequest, type Call } from './contract';

interface List<T> {
  /** What the list is called in the reply. */
  readonly key: string;
  readonly items: readonly T[];
  readonly render: (item: T) => unknown;
  /** What a page token goes by. */
  readonly id: (item: T) => string;
}

const DEFAULT_SIZE = 50;

export function page2010<T>(call: Call, list: List<T>): ApiReply {
  const { items, page, size, start, links } = cut(call, list);
  const { path } = call.request;
  const relative = (query: string | null) => query && `${path}?${query}`;
  return {
    status: 200,
    body: {
      [list.key]: items,
      page,
      page_size: size,
      start,
      end: Math.max(start, start + items.length - 1),
      uri: relative(links.own),
      first_page_uri: relative(links.first),
      next_page_uri: relative(links.next),
      previous_page_uri: relative(links.previous),
    },
  };
}

export function pageV1<T>(call: Call, list: List<T>): ApiReply {
  const { items, page, size, links } = cut(call, list);
  const { host, path } = call.request;
  const absolute = (query: string | null) => query && `https://${host}${path}?${query}`;
  return {
    status: 200,
    body: {
      [list.key]: items,
      meta: {
        key: list.key,
        page,
        page_size: size,
        url: absolute(links.own),
        first_page_url: absolute(links.first),
        next_page_url: absolute(links.next),
        previous_page_url: absolute(links.previous),
      },
    },
  };
}

/**
 * A token names the item beside which the page lies (`PA` after it, `PB` before it), so that what
 * is added meanwhile shifts nothing. Past the first page, Twilio wants one.
 */
function cut<T>(call: Call, { items, render, id }: List<T>) {
  const size = Number(call.values['PageSize'] ?? DEFAULT_SIZE);
  const page = Number(call.values['Page'] ?? 0);
  const token = call.values['PageToken'];
  const from = typeof token === 'string' && token !== '' ? place(token, items, id, size) : 0;
  if (from === undefined || (page > 0 && !token)) throw badRequest(21481, 'Invalid PageToken');
  const slice = items.slice(from, from + size);
  const [first, last] = [slice[0], slice.at(-1)];
  const more = from + size < items.length;
  const link = (index: number, pageToken?: string) => query(call, size, index, pageToken);
  return {
    items: slice.map(render),
    page,
    size,
    start: page * size,
    links: {
      own: link(page, typeof token === 'string' ? token : undefined),
      first: link(0),
      next: more && last !== undefined ? link(page + 1, `PA${id(last)}`) : null,
      previous: page > 0 && first !== undefined ? link(page - 1, `PB${id(first)}`) : null,
    },
  };
}

function place<T>(
  token: string,
  items: readonly T[],
  id: (item: T) => string,
  size: number,
): number | undefined {
  const index = items.findIndex((item) => id(item) === token.slice(2));
  if (index < 0) return undefined;
  if (token.startsWith('PA')) return index + 1;
  return token.startsWith('PB') ? Math.max(0, index - size) : undefined;
}

/** Filters stay in the links. */
function query(call: Call, size: number, page: number, token: string | undefined): string {
  const filters = Object.entries(call.query).filter(([name]) => !/^Page(Size|Token)?$/.test(name));
  const parameters = new URLSearchParams(
    filters.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  );
  parameters.set('PageSize', String(size));
  parameters.set('Page', String(page));
  if (token !== undefined) parameters.set('PageToken', token);
  return parameters.toString();
}
