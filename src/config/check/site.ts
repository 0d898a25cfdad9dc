/** The site: its defaults, and environments that do not touch each other. */
import type { EnvironmentName } from '../../runtime/model/directory';
import { PHONE_TARGETS } from '../compile/targets';
import type { SiteSource } from '../schema';
import type { Context } from './context';
import { below, checkClass, checkNumber, checkTarget, type Location, addError } from './values';

type EnvironmentSource = NonNullable<SiteSource['environments'][EnvironmentName]>;

export function checkSite(context: Context): void {
  const { defaults } = context.source.site;
  const location: Location = { file: 'site.yaml', path: ['defaults'] };
  if (!context.source.files['site.yaml'].readable) return;
  if (defaults.callerId !== undefined) {
    checkNumber(context, below(location, 'callerId'), defaults.callerId);
  }
  if (isClassNeeded(context)) checkClass(context, below(location, 'class'), defaults.class);
  for (const key of PHONE_TARGETS) checkTarget(context, below(location, key), defaults[key]);
  refuseShared(context, 'sipDomain', 'SIP domain', ({ sipDomain }) => sipDomain);
  refuseShared(
    context,
    'credentialList',
    'credential list',
    ({ sipDomain, credentialList = sipDomain }) => credentialList,
  );
}

/** Whether any phone has the default class, or it is written. */
function isClassNeeded({ source: { extensions, files, site } }: Context): boolean {
  if (files['site.yaml'].has(['defaults', 'class']) || site.strangers) return true;
  return Object.keys(extensions).some((name) => !files['extensions.yaml'].has([name, 'class']));
}

/** What one environment says must not be what another says, or has without saying so. */
function refuseShared(
  context: Context,
  key: 'sipDomain' | 'credentialList',
  what: string,
  valueOf: (environment: EnvironmentSource) => string,
): void {
  const { environments } = context.source.site;
  const owners = new Map<string, EnvironmentName>();
  for (const name of Object.keys(environments) as EnvironmentName[]) {
    const environment = environments[name];
    if (!environment) continue;
    const value = valueOf(environment);
    const other = owners.get(value);
    owners.set(value, other ?? name);
    if (other === undefined) continue;
    const [at, whose] = environment[key] === undefined ? [other, name] : [name, other];
    // Two lists that are named by one SIP domain: reported for the SIP domain.
    if (environments[at]?.[key] === undefined) continue;
    addError(
      context,
      { file: 'site.yaml', path: ['environments', at, key] },
      `\`${value}\` is already the ${what} of ${whose}: environments must not share one`,
      `Give ${at} its own ${what}.`,
    );
  }
}
