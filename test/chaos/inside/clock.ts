// The process's clock, moved from outside. Timers go on by the real one.

const real = Date.now
let ahead = 0

export function moveClock(milliseconds: number): void {
  ahead = milliseconds
}

export function installClock(): void {
  Date.now = () => real() + ahead
}
