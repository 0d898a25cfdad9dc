/** What a program of others is given of our environment: where things are and how to reach the network, and no secret. */
const GIVEN = [
  ...['PATH', 'HOME', 'USER', 'SHELL', 'TMPDIR', 'TEMP', 'TMP'],
  ...['APPDATA', 'LOCALAPPDATA', 'USERPROFILE', 'SYSTEMROOT', 'COMSPEC', 'PATHEXT'],
  ...['LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TERM', 'COLORTERM', 'COLUMNS', 'NO_COLOR', 'CI'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'NODE_USE_ENV_PROXY'],
  ...['TWILIO_REGION', 'TWILIO_EDGE'],
];

/** Variables that are not there are left out. Windows takes names in any case, and so do proxies. */
export function childEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => GIVEN.includes(name.toUpperCase())),
  );
}
