import { diagnosticsOf } from './support';

describe('YAML', () => {
  it('refuses what is not YAML and still reads the other files', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth`,
        'calling.yaml': `classes: { local: { allow: [USA] } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  not YAML: Flow map in block collection must be sufficiently indented and end with a }
           fix: Add the \`}\` that closes it.

     calling.yaml
       calling.yaml:1  classes.local.allow[0]  \`USA\` is not a destination
           fix: Did you mean \`US\`?

     2 errors
     "
    `);
  });

  it('refuses anchors, aliases, merge keys and tags', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: &booth { name: Booth }
belmont: *booth
detroit:
  <<: *booth
hall: { name: !!str Hall }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton  an anchor (\`&booth\`) is not allowed here
           fix: Repeat the value in each place.
       extensions.yaml:2  belmont  an alias (\`*booth\`) is not allowed here
           fix: Repeat the value in each place.
       extensions.yaml:4  detroit  a merge key (\`<<\`) is not allowed here
           fix: Repeat the value in each place.

     3 errors
     "
    `);
  });

  it('refuses a root that is no map, and two documents', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `- clinton
- belmont`,
        'calling.yaml': `a: 1
---
b: 2`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml  should be keys and values, but is a list
           fix: See docs/directory.md.

     calling.yaml
       calling.yaml:2  not YAML: Source contains multiple documents; please use YAML.parseAllDocuments()
           fix: Remove the \`---\`.

     2 errors
     "
    `);
  });

  it('refuses keys that are not plain', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `? [a, b]
: { name: Booth }
__proto__: { name: Booth }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  a key must be plain text
           fix: Write the key as one word.
       extensions.yaml:3  a key must be plain text
           fix: Write the key as one word.

     2 errors
     "
    `);
  });

  it('refuses brackets without end', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `a: ${'['.repeat(20000)}` })).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  not YAML: Maximum call stack size exceeded
           fix: Compare the file with examples/payphones; indent with spaces.

     1 error
     "
    `);
  });
});
