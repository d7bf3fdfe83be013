// Work that goes in rounds, one at a time: woken by the clock and by whoever knows of work, however often; where
// it is woken during a round, another one follows.

export interface Rounds {
  wake(): void
  /** Resolves when all that can be done now is done. */
  settled(): Promise<void>
  /** Begins no other round, and waits for the one under way. */
  stop(): Promise<void>
}

const interval = 1_000

export function inRounds(round: () => Promise<void>): Rounds {
  let running: Promise<void> | undefined
  let again = false
  const timer = setInterval(wake, interval)
  timer.unref()

  function wake(): void {
    again = true
    running ??= run().finally(() => {
      running = undefined
    })
  }

  async function run(): Promise<void> {
    while (again) {
      again = false
      await round()
    }
  }

  return {
    wake,
    async settled() {
      wake()
      while (running) await running
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
