import { paths } from '../web/paths.ts'
import { formatDate } from '../words/format.ts'
import type { Words } from '../words/words.ts'
import type { Writers, Writing } from './writing-page.ts'

type CardNews = 'card added' | 'card removed' | 'default changed' | 'card expires'

export const cardLetters: Pick<Writers, CardNews> = {
  'card added': ({ t, card, company, link }, message) => {
    const { added } = t.mail
    const name = card(message.card)
    return {
      news: added.news(name),
      paragraphs: [added.what(name, company), message.isDefault ? added.isDefault : added.isOther],
      ...securityNotice(t, link, added.undo),
    }
  },

  'card removed': ({ t, card, company, link }, message) => {
    const { removed } = t.mail
    const name = card(message.card)
    const charged = message.chargedNow ? [removed.chargedNow(card(message.chargedNow))] : []
    return {
      news: removed.news(name),
      paragraphs: [
        removed.what(name, company),
        ...charged,
        ...(message.nothingLeft ? [removed.nothingLeft] : []),
      ],
      ...securityNotice(t, link, removed.undo),
    }
  },

  'default changed': ({ t, card, company, link }, message) => {
    const { defaultChanged } = t.mail
    const before = message.before ? [defaultChanged.before(card(message.before))] : []
    return {
      news: defaultChanged.news(card(message.card)),
      paragraphs: [defaultChanged.what(card(message.card), company), ...before],
      ...securityNotice(t, link, defaultChanged.undo),
    }
  },

  'card expires': ({ t, card, company, language, link }, message) => {
    const { expires } = t.mail
    const name = card(message.card)
    const lastDay = Date.UTC(message.expiry.year, message.expiry.month, 0)
    return {
      news: expires.news(name, message.days),
      paragraphs: [expires.what(name, company, formatDate(language, lastDay))],
      toDo: expires.toDo,
      action: link(paths.paymentMethods, t.mail.seeMethods),
      guide: link(paths.help.update, t.guides.update.title),
    }
  },
}

function securityNotice(t: Words, link: Writing['link'], undo: string) {
  return {
    toDo: null,
    action: link(paths.paymentMethods, t.mail.seeMethods),
    notYou: { heading: t.mail.notYou, text: `${undo} ${t.mail.alarm}` },
  }
}
