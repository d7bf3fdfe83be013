// /v1/test_helpers/test_clocks
import type Stripe from 'stripe'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { listPage, pagination } from '../api/list-page.ts'
import { invalidRequest, noSuch } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import { testClockId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { integer, text } from '../parameters/reader.ts'
import { keepAppointments } from './keep-appointments.ts'

const url = '/v1/test_helpers/test_clocks'
const month = 30 * 24 * 60 * 60

export const testClockEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: url,
    params: { frozen_time: integer, name: text },
    required: ['frozen_time'],
    answer: ({ ledger, params }) => {
      const clock = ledger.testClocks.add(newTestClock(ledger, params.frozen_time, params.name ?? null))
      recordEvent(ledger, 'test_helpers.test_clock.created', clock)
      return clock
    },
  }),
  endpoint({
    method: 'get',
    path: url,
    params: pagination,
    answer: ({ ledger, params }) =>
      listPage({ kind: 'test_clock', url, newestFirst: ledger.testClocks.newestFirst() }, params),
  }),
  endpoint({
    method: 'get',
    path: `${url}/:id`,
    params: {},
    answer: ({ ledger, path }) => testClockInPath(ledger, path('id')),
  }),
  endpoint({
    method: 'post',
    path: `${url}/:id/advance`,
    params: { frozen_time: integer },
    required: ['frozen_time'],
    answer: ({ ledger, path, params }) =>
      advance(ledger, testClockInPath(ledger, path('id')), params.frozen_time),
  }),
]

/** Stripe takes a while for this; here the clock is ready when the answer comes. */
function advance(
  ledger: Ledger,
  clock: Stripe.TestHelpers.TestClock,
  frozen_time: number,
): Stripe.TestHelpers.TestClock {
  if (frozen_time <= clock.frozen_time) {
    throw invalidRequest('The frozen time of a test clock can only be moved forward.', {
      param: 'frozen_time',
    })
  }
  keepAppointments(ledger, clock.id, frozen_time)
  const ready = ledger.testClocks.replace({ ...clock, frozen_time })
  recordEvent(ledger, 'test_helpers.test_clock.ready', ready)
  return ready
}

function testClockInPath(ledger: Ledger, id: string): Stripe.TestHelpers.TestClock {
  const clock = ledger.testClocks.get(id)
  if (!clock) throw noSuch('test_helpers.test_clock', id, 'test_clock', 'path')
  return clock
}

function newTestClock(
  ledger: Ledger,
  frozen_time: number,
  name: string | null,
): Stripe.TestHelpers.TestClock {
  return {
    id: testClockId(),
    object: 'test_helpers.test_clock',
    created: ledger.now(),
    deletes_after: ledger.now() + month,
    frozen_time,
    livemode: false,
    name,
    status: 'ready',
    status_details: {},
  }
}
