/** The site: its defaults, and environments that do not touch each other. */
import type { EnvironmentName } from '../types';
import type { Context } from './context';
import { below, checkClass, checkNumber, checkTarget, type Place, tell } from './values';

export function checkSite(context: Context): void {
  const { defaults, environments } = context.source.site;
  const place: Place = { file: 'site.yaml', path: ['defaults'] };
  if (!context.source.files['site.yaml'].readable) return;
  if (defaults.callerId !== undefined) {
    checkNumber(context, below(place, 'callerId'), defaults.callerId);
  }
  checkClass(context, below(place, 'class'), defaults.class);
  checkTarget(context, below(place, 'hash'), defaults.hash);
  checkTarget(context, below(place, 'zero'), defaults.zero);
  const seen = new Map<string, string>();
  for (const name of Object.keys(environments) as EnvironmentName[]) {
    const sipDomain = environments[name]?.sipDomain ?? '';
    const other = seen.get(sipDomain);
    seen.set(sipDomain, other ?? name);
    if (other === undefined) continue;
    tell(
      context,
      { file: 'site.yaml', path: ['environments', name, 'sipDomain'] },
      `\`${sipDomain}\` is already the SIP domain of ${other}: environments must not touch`,
      `Give ${name} a SIP domain of its own.`,
    );
  }
}
