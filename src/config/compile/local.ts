/** The area code, time zone and language of a phone: its own, else those of its location. */
import type { Extension } from '../../runtime/model/directory';
import { own } from '../read/raw';
import type { Source } from '../read/load';
import type { ExtensionSource } from '../schema';

type Local = Pick<Extension, 'areaCode' | 'timeZone' | 'language'>;

/** What an entry says of where the phone is. */
type Said = { readonly [Key in 'location' | keyof Local]?: ExtensionSource[Key] | undefined };

/** Nothing where the site's hold. */
export function localOf(extension: Said, { site }: Pick<Source, 'site'>): Local {
  const { location } = extension;
  const group: Local = (location === undefined ? undefined : own(site.locations, location)) ?? {};
  const { areaCode = group.areaCode, timeZone = group.timeZone } = extension;
  const { language = group.language } = extension;
  return {
    ...(areaCode !== undefined && { areaCode }),
    ...(timeZone !== undefined && { timeZone }),
    ...(language !== undefined && { language }),
  };
}

/** Of a number that says none: that of its phones, where all have the same. */
export function timeZoneOf(phones: readonly string[], { extensions, site }: Source): string {
  const zones = new Set(
    phones.flatMap((name) => {
      const extension = own(extensions, name);
      return extension ? [localOf(extension, { site }).timeZone ?? site.timeZone] : [];
    }),
  );
  const [zone = site.timeZone, ...others] = zones;
  return others.length > 0 ? site.timeZone : zone;
}
