/** `N passed, N failed` over all the results in a folder, as jest wrote them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
let [passed, failed, skipped] = [0, 0, 0];
for (const file of readdirSync(folder)) {
  const results = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  passed += results.numPassedTests;
  // A test file that does not even load has no failed test, but it has failed.
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  failed += results.numFailedTests + unloaded.length;
  skipped += results.numPendingTests + results.numTodoTests;
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
