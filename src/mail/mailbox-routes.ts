import { Router } from 'express'
import type { Mail } from '../ports/outbox.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { paths } from '../web/paths.ts'
import { answerLetter, answerPage, type Site, type Visit } from '../web/site.ts'
import { addresseeOf } from './addressee.ts'
import { type Delivery, deliveryOf, deliveryView, mailboxView } from './mailbox-page.ts'
import type { WriteLetter } from './send-outbox.ts'

const newest = 100

/** Only where Guichet is tried out: whoever comes sees everybody's mail. */
export function mailboxRoutes(
  { store }: Pick<Ports, 'store'>,
  site: Site,
  { anyone }: Doors,
  write: WriteLetter,
): Router {
  const routes = Router()

  routes.get(
    paths.sandboxMail,
    anyone(async (visit) => {
      const deliveries = await Promise.all((await store.outbox.newest(newest)).map(delivered))
      const page = mailboxView(
        visit.language,
        deliveries.filter((delivery) => delivery !== null),
      )
      return answerPage(site, visit, 'mail/mailbox', { page }, { title: visit.t.mail.page.title })
    }),
  )

  routes.get(
    paths.sandboxDelivery(':id'),
    anyone(async (visit) => {
      const delivery = await asked(visit)
      if (!delivery) return answerError(site, visit, 'notFound')
      const page = deliveryView(visit.language, delivery)
      site.headers.withLetter(visit.request, visit.response, () => {})
      return answerPage(site, visit, 'mail/delivery', { page }, { title: page.subject })
    }),
  )

  routes.get(
    paths.sandboxLetter(':id'),
    anyone(async (visit) => {
      const delivery = await asked(visit)
      return delivery ? answerLetter(site, visit, delivery.html) : answerError(site, visit, 'notFound')
    }),
  )

  async function asked({ request }: Visit): Promise<Delivery | null> {
    const id = String(request.params.id)
    const mail = /^[\w-]{1,64}$/.test(id) ? await store.outbox.byId(id) : null
    return mail && delivered(mail)
  }

  async function delivered(mail: Mail): Promise<Delivery | null> {
    const reader = await addresseeOf(store, mail)
    return reader && deliveryOf(mail, reader, write(mail.message, reader))
  }

  return routes
}
