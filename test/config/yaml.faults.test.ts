import { faultsOf } from './support';

describe('YAML', () => {
  it('refuses what is not YAML and still reads the other files', () => {
    expect(
      faultsOf({
        'extensions.yaml': `clinton: { name: Booth`,
        'calling.yaml': `classes: { local: { allow: [USA] } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  not YAML: Flow map in block collection must be sufficiently indented and end with a }
           mend: Compare the file with examples/payphones; indentation is by spaces.

     calling.yaml
       calling.yaml:1  classes.local.allow[0]  \`USA\` is not a destination
           mend: Did you mean \`US\`?

     2 faults
     "
    `);
  });

  it('refuses anchors, aliases, merge keys and tags', () => {
    expect(
      faultsOf({
        'extensions.yaml': `clinton: &booth { name: Booth }
belmont: *booth
detroit:
  <<: *booth
hall: { name: !!str Hall }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton  an anchor (\`&booth\`) is not taken here
           mend: Write the value out in each place.
       extensions.yaml:2  belmont  an alias (\`*booth\`) is not taken here
           mend: Write the value out in each place.
       extensions.yaml:2  belmont  should be keys and values, but is empty
           mend: See docs/directory.md.
       extensions.yaml:3  detroit.name  \`name\` is missing
           mend: Add \`name:\` here.
       extensions.yaml:4  detroit  a merge key (\`<<\`) is not taken here
           mend: Write the value out in each place.

     5 faults
     "
    `);
  });

  it('refuses a root that is no map, and two documents', () => {
    expect(
      faultsOf({
        'extensions.yaml': `- clinton
- belmont`,
        'calling.yaml': `a: 1
---
b: 2`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml  should be keys and values, but is a list
           mend: See docs/directory.md.

     calling.yaml
       calling.yaml:2  not YAML: Source contains multiple documents; please use YAML.parseAllDocuments()
           mend: Take the \`---\` out.

     2 faults
     "
    `);
  });

  it('refuses keys that are not plain', () => {
    expect(
      faultsOf({
        'extensions.yaml': `? [a, b]
: { name: Booth }
__proto__: { name: Booth }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  a key must be plain text
           mend: Write the key as one word.
       extensions.yaml:3  a key must be plain text
           mend: Write the key as one word.

     2 faults
     "
    `);
  });

  it('refuses brackets without end', () => {
    expect(faultsOf({ 'extensions.yaml': `a: ${'['.repeat(20000)}` })).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  not YAML: Maximum call stack size exceeded
           mend: Compare the file with examples/payphones; indentation is by spaces.

     1 fault
     "
    `);
  });
});
