import { paths } from '../web/paths.ts'
import type { PersonalMessage } from './message.ts'
import type { Content, Writers, Writing } from './writing-page.ts'

/** They are about a person, so they name no company. */
export const accountLetters: Pick<Writers, PersonalMessage['kind']> = {
  'password changed': (writing) => notice(writing, writing.t.account.mail.changed),
  'second factor on': (writing) => notice(writing, writing.t.account.mail.on),
  'second factor off': (writing) => notice(writing, writing.t.account.mail.off),
  'recovery codes made': (writing) => notice(writing, writing.t.account.mail.made),

  'recovery code used': (writing, { left }) => {
    const { news, what } = writing.t.account.mail.used
    return notice(writing, { news, what: what(left) })
  },

  'password reset': (writing, { token }) => {
    const { t, link } = writing
    const { mail } = t.account
    const { reset } = mail
    return {
      ...personal(writing),
      news: reset.news,
      paragraphs: [reset.what],
      toDo: token === null ? reset.gone : reset.toDo,
      action: token === null ? link(paths.forgotten, reset.again) : link(paths.password(token), reset.action),
      notYou: { heading: reset.notYou, text: reset.nothing },
    }
  },
}

function notice(writing: Writing, { news, what }: { news: string; what: string }): Content {
  const { t, link } = writing
  const { mail } = t.account
  return {
    ...personal(writing),
    news,
    paragraphs: [what],
    toDo: null,
    action: link(paths.account, mail.seeAccount),
    notYou: { heading: mail.notYou, text: mail.undo },
  }
}

function personal({ t, product }: Writing): { company: string; why: string } {
  return { company: product, why: t.account.mail.why }
}
