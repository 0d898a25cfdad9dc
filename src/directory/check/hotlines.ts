/** Phones that dial `#` when lifted: whoever may call 911 must be able to do so from there. */
import type { ExtensionSource, TargetSource } from '../schema';
import type { Context } from './context';
import { below, type Place, tell } from './values';

export function checkHotline(context: Context, place: Place, extension: ExtensionSource): void {
  const { source, report } = context;
  const { phone, emergency, hash = source.site.defaults.hash } = extension;
  if (phone?.dial !== 'hotline') return;
  const at = below(place, 'phone', 'dial');
  // A `hash` that is there but faulty has been told already.
  if (hash === undefined && source.files['extensions.yaml'].has([...place.path, 'hash'])) return;
  if (emergency && !listensForEmergency(hash)) {
    const message =
      'may call 911, but is a hotline: `#`, which it dials when lifted, leads where nobody can dial it';
    return tell(
      context,
      at,
      message,
      'Lead `hash` to a menu or the dial tone, or write `dial: dialtone`.',
    );
  }
  if (hash !== undefined) return;
  const message = 'is a hotline, but `#`, which it dials when lifted, does nothing';
  report.warn(at.file, at.path, message, 'Add `hash`.');
}

/** Menus and the dial tone do; another SIP system is told that the phone may, and has to. */
function listensForEmergency(target: TargetSource | undefined): boolean {
  if (target === undefined) return false;
  if ('do' in target) return target.do === 'dialTone' || target.do === 'emergency';
  return 'menu' in target || 'handOff' in target;
}
