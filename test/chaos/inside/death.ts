// The process kills itself at the place that was named, so that nothing after it happens.
import type { DeathPoint } from './orders.ts'

let point: { readonly at: DeathPoint; readonly pattern: RegExp } | null = null
let left = 0

export function appointDeath(at: DeathPoint | null): void {
  point = at && { at, pattern: new RegExp(at.pattern) }
  left = at?.nth ?? 0
}

export function reach(when: DeathPoint['when'], what: DeathPoint['what'], text: string): void {
  if (point === null || point.at.when !== when || point.at.what !== what || !point.pattern.test(text)) return
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}
