import { environmentOf } from '../../../src/runtime/model/environment';

describe('environmentOf', () => {
  it.each([
    ['dialtone-1234-stage.twil.io', 'stage'],
    ['dialtone-1234-prod.twil.io', 'prod'],
    ['dialtone-1234.twil.io', 'prod'],
    ['dialtone-1234-dev.twil.io', 'dev'],
    ['DIALTONE-1234-STAGE.twil.io', 'stage'],
    // A service of that name, in production.
    ['stage-1234.twil.io', 'prod'],
    // An environment that the directory has no word for gets the least.
    ['dialtone-1234-qa.twil.io', 'dev'],
    ['localhost:3000', 'dev'],
    ['dialtone-1234-prod.twil.io.example.org', 'dev'],
    ['example.org', 'dev'],
    ['', 'dev'],
    [undefined, 'dev'],
  ])('reads %p as %s', (domainName, environment) => {
    expect(environmentOf(domainName)).toBe(environment);
  });
});
