import type { Reporter, TestModule } from 'vitest/node'

// The last line of a run, alone: what a script that waits for the verdict reads.
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tally = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) tally.failed += 1
      for (const test of module.children.allTests()) tally[test.result().state] += 1
    }
    const line = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped + tally.pending} skipped`
    // After the default reporter, which also writes at the end of the run.
    process.on('exit', () => process.stdout.write(`\n${line}\n`))
  }
}
