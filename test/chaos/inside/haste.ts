// What takes seconds in the product takes less here, so that a round does not wait for it.
import { ClientRequest } from 'node:http'

/** The background's look at the clock, and the pauses of Stripe's SDK. */
const [quickInterval, quicker] = [40, 10]
/** How long a request to the sandbox may take, which answers at once where it answers at all. */
const patience = 900

export function makeHaste(): void {
  const [interval, timeout] = [globalThis.setInterval, globalThis.setTimeout]
  globalThis.setInterval = Object.assign(
    (work: () => void, milliseconds = 0) =>
      interval(work, milliseconds === 1000 ? quickInterval : milliseconds),
    interval,
  )
  const pauses = (milliseconds: number): boolean => milliseconds >= 400 && milliseconds <= 2500
  globalThis.setTimeout = Object.assign(
    (work: (...values: unknown[]) => void, milliseconds = 0, ...values: unknown[]) =>
      timeout(work, pauses(milliseconds) ? milliseconds / quicker : milliseconds, ...values),
    timeout,
  )
  const { setTimeout: wait } = ClientRequest.prototype
  ClientRequest.prototype.setTimeout = function (milliseconds, ...rest) {
    return wait.call(this, Math.min(milliseconds, patience), ...rest)
  }
}
