import { paths } from '../web/paths.ts'
import type { TeamMessage } from './message.ts'
import type { Content, Writers, Writing } from './writing-page.ts'

export const teamLetters: Pick<Writers, TeamMessage['kind']> = {
  invited: ({ t, company, product, person, link, acceptance }, { by, role }) => {
    const { invited } = t.mail
    const name = person(by)
    return {
      news: invited.news(name),
      paragraphs: [invited.what(name, company, t.members.roles[role], product), t.members.roleMeans[role]],
      toDo: invited.toDo,
      action: link(acceptance, invited.action),
      why: invited.why(name),
    }
  },

  'member joined': (writing, { memberId, role }) => {
    const { joined } = writing.t.mail
    const name = writing.person(memberId)
    return {
      news: joined.news(name),
      paragraphs: [joined.what(name, writing.company, writing.t.members.roles[role])],
      ...forTheOwner(writing, joined.undo),
    }
  },

  'role changed': (writing, { memberId, by, role, roleBefore }) => {
    const { t, company, person } = writing
    const { roleChanged } = t.mail
    const { roles, roleMeans } = t.members
    if (memberId === writing.readerId) {
      return {
        news: roleChanged.yours(roles[role]),
        paragraphs: [
          roleChanged.whatOfYours(person(by), company, roles[role], roles[roleBefore]),
          roleMeans[role],
        ],
        ...forTheOneConcerned(writing),
      }
    }
    return {
      news: roleChanged.news(person(memberId)),
      paragraphs: [roleChanged.what(person(by), person(memberId), company, roles[role], roles[roleBefore])],
      ...forTheOwner(writing, roleChanged.undo),
    }
  },

  'member removed': (writing, { memberId, by }) => {
    const { t, company, person } = writing
    const { memberRemoved } = t.mail
    const left = memberId === by
    if (memberId === writing.readerId) {
      return {
        news: left ? memberRemoved.youLeft : memberRemoved.you,
        paragraphs: [
          left ? memberRemoved.whatYouLeft(company) : memberRemoved.whatOfYou(person(by), company),
        ],
        ...forTheOneConcerned(writing, {
          heading: left ? t.mail.notYouAlone : t.mail.notExpected,
          text: t.mail.askOwner(company),
        }),
      }
    }
    const name = person(memberId)
    return {
      news: left ? memberRemoved.left(name) : memberRemoved.news(name),
      paragraphs: [
        left ? memberRemoved.whatLeft(name, company) : memberRemoved.what(person(by), name, company),
      ],
      ...forTheOwner(writing, memberRemoved.undo),
    }
  },

  'ownership handed over': (writing, { from, to }) => {
    const { t, person, company } = writing
    const { handedOver } = t.mail
    if (to === writing.readerId) {
      return {
        news: handedOver.yours,
        paragraphs: [handedOver.whatYouGot(person(from), company), handedOver.meansToYou],
        ...forTheOneConcerned(writing, { heading: t.mail.notExpected, text: handedOver.undo }),
      }
    }
    return {
      news: handedOver.news(person(to)),
      paragraphs: [handedOver.whatYouGave(person(to), company), handedOver.means(person(to))],
      ...forTheOneConcerned(writing, { heading: t.mail.notYouAlone, text: handedOver.notYou }),
    }
  },
}

/** A notice to the owner, who can undo it. */
function forTheOwner({ t, company, link }: Writing, undo: string): Omit<Content, 'news' | 'paragraphs'> {
  return {
    toDo: null,
    action: link(paths.users, t.mail.seeUsers),
    notYou: { heading: t.mail.notYou, text: undo },
    why: t.mail.whyOwner(company),
  }
}

/** A notice to whom it is about; most can only ask. */
function forTheOneConcerned(
  { t, company, product, link }: Writing,
  notYou: Content['notYou'] = { heading: t.mail.notExpected, text: t.mail.askOwner(company) },
): Omit<Content, 'news' | 'paragraphs'> {
  return {
    toDo: null,
    action: link(paths.home, t.mail.toTheDesk(product)),
    notYou,
    why: t.mail.whyConcerned(company),
  }
}
