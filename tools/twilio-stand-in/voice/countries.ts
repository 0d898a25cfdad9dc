/** A few of Twilio's some two hundred entries, as a new account in the United States has them. */
export interface Country {
  readonly isoCode: string;
  readonly name: string;
  readonly countryCodes: readonly string[];
  readonly continent: string;
  readonly highRiskSpecialPrefixes: readonly string[];
  lowRiskNumbersEnabled: boolean;
  highRiskSpecialNumbersEnabled: boolean;
  highRiskTollfraudNumbersEnabled: boolean;
}

export const COUNTRIES: readonly Country[] = [
  country('AU', 'Australia', ['+61'], 'OCEANIA'),
  country('DE', 'Germany', ['+49'], 'EUROPE', ['+49900']),
  country('FR', 'France', ['+33'], 'EUROPE'),
  country('GB', 'United Kingdom', ['+44'], 'EUROPE'),
  country('JM', 'Jamaica', ['+1876', '+1658'], 'NORTH_AMERICA'),
  country('JP', 'Japan', ['+81'], 'ASIA'),
  country('LV', 'Latvia', ['+371'], 'EUROPE', ['+37181', '+3719000']),
  country('MX', 'Mexico', ['+52'], 'NORTH_AMERICA'),
  country('SO', 'Somalia', ['+252'], 'AFRICA'),
  country('US', 'United States/Canada', ['+1'], 'NORTH_AMERICA'),
];

function country(
  isoCode: string,
  name: string,
  countryCodes: readonly string[],
  continent: string,
  highRiskSpecialPrefixes: readonly string[] = [],
): Country {
  return {
    isoCode,
    name,
    countryCodes,
    continent,
    highRiskSpecialPrefixes,
    lowRiskNumbersEnabled: isoCode === 'US',
    highRiskSpecialNumbersEnabled: false,
    highRiskTollfraudNumbersEnabled: false,
  };
}
