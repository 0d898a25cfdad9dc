/** The directory as it is where somebody is: with the area code and the clock of a phone or a number. */
import type { Directory, Local } from './directory';

const known = new WeakMap<Directory, Map<string, Directory>>();

/** The same directory where the location says nothing of its own; made once for each location. */
export function directoryAt(location: Local | undefined, directory: Directory): Directory {
  const { areaCode = directory.site.areaCode, timeZone = directory.site.timeZone } = location ?? {};
  if (areaCode === directory.site.areaCode && timeZone === directory.site.timeZone) {
    return directory;
  }
  const made = known.get(directory) ?? new Map<string, Directory>();
  known.set(directory, made);
  const key = `${areaCode} ${timeZone}`;
  const site = { ...directory.site, ...(areaCode !== undefined && { areaCode }), timeZone };
  const local = made.get(key) ?? { ...directory, site };
  made.set(key, local);
  return local;
}
