import { Option } from 'commander';
import { SHEET_LANGUAGES } from '../../../phones/sheet/language';

export function languageOption(): Option {
  return new Option('--language <code>', "its language (default: the site's first)").choices(
    SHEET_LANGUAGES,
  );
}
