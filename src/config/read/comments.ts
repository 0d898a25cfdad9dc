/** Comments that may have been meant as part of a value: `Avenue #310` is read as `Avenue`. */
import type { SourceFile } from './sourceFile';
import type { Diagnostics } from './diagnostics';
import { isFreeText } from './knownKeys';

/**
 * Reports what was read where a `#` follows a value directly, as in `#310`, or follows words at all. In an address it is
 * an error: the ambulance would go to the wrong door.
 */
export function reportComments(file: SourceFile, report: Diagnostics): void {
  for (const { path, text, comment } of file.comments()) {
    const words = isFreeText(file.name, path);
    if (!words && text !== '' && /^#(\s|$)/.test(comment)) continue;
    if (!words && text === '' && !/^#[\w+]/.test(comment)) continue;
    const whole = `${text} ${comment}`.trim();
    const message = `is read as ${text === '' ? 'nothing' : `\`${text}\``}: \`${comment}\` is a comment`;
    const fix = `Write \`'${whole.replaceAll("'", "''")}'\` in quotes, or put the comment on its own line.`;
    if (path.includes('address')) report.error(file.name, path, message, fix);
    else report.warn(file.name, path, message, fix);
  }
}
