export const mailEn = {
  subject: (news: string, company: string) => `${news} – ${company}`,
  hello: (name: string) => `Hello ${name},`,
  why: (company: string) => `You receive this message because you manage the payments of ${company}.`,
  notYou: 'If none of you did this',
  alarm: 'Then tell your company’s owner at once: somebody may be using an account that is not theirs.',
  seeMethods: 'See your payment methods',
  seeInvoice: 'See the invoice',
  colon: ':',
  helloStranger: 'Hello,',
  somebody: 'Somebody',
  whyOwner: (company: string) => `You receive this message because you manage the users of ${company}.`,
  whyConcerned: (company: string) =>
    `You receive this message because it is about your access to ${company}.`,
  notExpected: 'If you did not expect this',
  /** To one who did it, as far as we know. */
  notYouAlone: 'If this was not you',
  askOwner: (company: string) => `Ask whoever manages the users of ${company}: only they can change it.`,
  seeUsers: 'See the users',
  toTheDesk: (product: string) => `Open ${product}`,
  invoice: 'Invoice',
  amount: 'Amount',

  page: {
    title: 'Mail',
    intro: 'What Guichet wrote to people, the newest first. It is sent only where SMTP_URL is set.',
    empty: 'No mail yet. Add a card, or change the default, and those who manage payments hear of it.',
    to: 'To',
    letter: 'As HTML',
    text: 'As text',
    back: 'All mail',
  },

  added: {
    news: (card: string) => `${card} was added`,
    what: (card: string, company: string) => `${card} was added to the payment methods of ${company}.`,
    isDefault: 'It is the default card: we charge it first for every invoice.',
    isOther: 'Your default card stays the same.',
    undo: 'Remove this card from the list.',
  },
  removed: {
    news: (card: string) => `${card} was removed`,
    what: (card: string, company: string) =>
      `${card} was removed from the payment methods of ${company}. It is no longer charged.`,
    chargedNow: (other: string) => `${other} is your default card: we charge it first for every invoice.`,
    nothingLeft: 'You have no other card: your next invoices cannot be paid until you add one.',
    undo: 'Add this card to the list again.',
  },
  defaultChanged: {
    news: (card: string) => `${card} is now your default card`,
    what: (card: string, company: string) =>
      `${card} is now the default card of ${company}: we charge it first for every invoice.`,
    before: (other: string) => `Before, it was ${other}.`,
    undo: 'Set the right card as default again.',
  },
  failed: {
    news: (amount: string) => `A payment of ${amount} failed`,
    noCard: (amount: string, company: string) =>
      `We could not collect ${amount} from ${company}: there is no card that we may charge.`,
    what: (amount: string, company: string, count: number) =>
      `We could not collect ${amount} from ${company}. ${
        count === 1 ? 'This card did not pay.' : 'These cards did not pay; we tried one after the other.'
      }`,
    again: (date: string) => `We try again on ${date}. Nothing is charged twice.`,
    notAgain: 'We do not try again by ourselves.',
    toDo: 'Add a card that works, or pay on the invoice’s page.',
  },
  backup: {
    news: (amount: string, card: string) => `${amount} paid with a backup, ${card}`,
    what: (failed: string, paidBy: string, company: string) =>
      `We could not charge ${failed}, so we charged ${paidBy} in its stead. The invoice of ${company} is paid.`,
    toDo: (failed: string) =>
      `You owe nothing. But check ${failed}: if it no longer works, set another card as default.`,
  },
  paid: {
    news: (amount: string) => `Your payment of ${amount} went through`,
    what: (company: string) => `The invoice of ${company} that could not be paid at first is paid now.`,
    with: (card: string) => `We charged ${card}.`,
    toDo: 'You have nothing to do.',
  },
  confirmation: {
    news: (amount: string) => `Confirm a payment of ${amount} with your bank`,
    what: (card: string, company: string) =>
      `The bank of ${card} wants its holder to confirm a payment by ${company}. Until that is done, the invoice is not paid.`,
    toDo: 'Open the invoice, sign in and follow your bank’s instructions. You can also pay with another card there.',
    action: 'Confirm the payment',
  },
  expires: {
    news: (card: string, days: number) => `${card} expires within ${days} days`,
    what: (card: string, company: string, date: string) =>
      `${card} expires soon: ${company} can pay with it until ${date}.`,
    toDo: 'Add the card that replaces it, or another one, before that day. If your bank tells us the new date by itself, your list shows it and you have nothing to do.',
  },

  invited: {
    news: (by: string) => `${by} invites you`,
    what: (by: string, company: string, role: string, product: string) =>
      `${by} invites you to join ${company} on ${product}, where its payments are managed. Your role: ${role}.`,
    toDo: 'Open the link within 72 hours. It works once.',
    action: 'See the invitation',
    why: (by: string) =>
      `You receive this message because ${by} entered your address. If you do not know them, ignore it: nothing happens unless you accept.`,
  },
  joined: {
    news: (name: string) => `${name} joined`,
    what: (name: string, company: string, role: string) =>
      `${name} accepted the invitation to join ${company}. Their role: ${role}.`,
    undo: 'Remove this person from the users, and change your password: somebody may be using an account of your company that is not theirs.',
  },
  roleChanged: {
    news: (name: string) => `${name} has another role`,
    what: (by: string, name: string, company: string, role: string, before: string) =>
      `${by} changed the role of ${name} in ${company} from ${before} to ${role}.`,
    yours: (role: string) => `Your role is now: ${role}`,
    whatOfYours: (by: string, company: string, role: string, before: string) =>
      `${by} changed your role in ${company} from ${before} to ${role}.`,
    undo: 'Give the right role again on the users page, and change your password: somebody may be using an account of your company that is not theirs.',
  },
  memberRemoved: {
    news: (name: string) => `${name} was removed`,
    what: (by: string, name: string, company: string) =>
      `${by} removed ${name} from ${company}. They see nothing of the company any more.`,
    left: (name: string) => `${name} left`,
    whatLeft: (name: string, company: string) =>
      `${name} left ${company} and sees nothing of the company any more.`,
    you: 'You were removed',
    whatOfYou: (by: string, company: string) =>
      `${by} removed you from ${company}. You see nothing of the company any more.`,
    youLeft: 'You left',
    whatYouLeft: (company: string) => `You left ${company} and see nothing of the company any more.`,
    undo: 'Invite this person again on the users page, and change your password: somebody may be using an account of your company that is not theirs.',
  },
  handedOver: {
    news: (name: string) => `${name} is now the owner`,
    whatYouGave: (to: string, company: string) => `You handed ${company} over to ${to}.`,
    means: (name: string) =>
      `The owner cannot be removed, and alone can hand the company over. You are an administrator now, whom ${name} can remove.`,
    yours: 'You are now the owner',
    whatYouGot: (from: string, company: string) => `${from} handed ${company} over to you.`,
    meansToYou:
      'You cannot be removed, and you alone can hand the company over. Whoever owned it before is an administrator now, whom you can remove.',
    undo: 'Hand the company back on the users page.',
    notYou: 'Change your password at once, and ask the new owner to hand the company back: only they can.',
  },
}
