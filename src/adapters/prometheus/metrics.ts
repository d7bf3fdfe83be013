import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Health } from '../../ports/health.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { StoreUnavailable } from '../../ports/unavailable.ts'

/** From a page that was made at once to one that waited for a bank. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** `ofProcess`: memory, handles and the event loop too, which takes observers that are never taken down. */
export function prometheusMetrics(health: Health, { ofProcess }: { ofProcess: boolean }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'guichet_http_requests_total',
    help: 'Requests that were answered, by route and by class of status',
    labelNames: ['route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'guichet_http_request_duration_seconds',
    help: 'How long requests took to be answered',
    labelNames: ['route'],
    buckets: seconds,
    registers,
  })
  const counted = (name: string, help: string, label: string): ((value: string) => void) => {
    const counter = new Counter({ name, help, labelNames: [label], registers })
    return (value) => counter.inc({ [label]: value })
  }
  const charged = counted(
    'guichet_charges_total',
    'Charges that we asked for, by what came of them',
    'outcome',
  )
  const declined = counted('guichet_declines_total', 'Charges that were declined, by Stripe’s code', 'code')
  const limitReached = counted(
    'guichet_limits_reached_total',
    'Acts that came too often, by their limit',
    'limit',
  )
  const policyKept = counted('guichet_csp_reports_total', 'Reports of browsers, by directive', 'directive')
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers })
  const depths = {
    inbox: gauge('guichet_inbox_depth', 'Events of Stripe that wait for their reaction'),
    outbox: gauge('guichet_outbox_depth', 'Mails that wait to be sent'),
    reviews: gauge('guichet_reviews_open', 'Invoices where a person has to look'),
  }

  // What cannot be read is left out: a number from earlier would look like one of now.
  async function measure(): Promise<void> {
    for (const each of Object.values(depths)) each.remove()
    try {
      const read = await health.depths()
      for (const [name, each] of Object.entries(depths)) each.set(read[name as keyof typeof depths])
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }

  return {
    requested(route, status, took) {
      requests.inc({ route, status: `${Math.floor(status / 100)}xx` })
      durations.observe({ route }, took)
    },
    charged,
    declined,
    limitReached,
    policyKept,
    async page() {
      await measure()
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}
