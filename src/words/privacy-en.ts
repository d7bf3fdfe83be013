// A company's and its people's own data: to take along, and to have gone.

export const privacyEn = {
  yourData: {
    title: 'Your data',
    intro: 'What we keep of your company is yours: to take along, or to have erased.',
    introOfUsers: 'People who have left, and belong to no other company, can be erased from your records.',
    export: 'Export the company’s data',
    former: 'Former users',
    erase: 'Erase the company…',
  },

  export: {
    title: 'Export the company’s data',
    intro: 'You get one file, in JSON, with everything that we keep of your company:',
    contents: [
      'the company and its billing details',
      'its users: name, address, role, language, and since when',
      'its cards, also those that were removed: brand, last four digits, expiry, and the consents to charge them',
      'its subscriptions and invoices, and each attempt to charge one',
      'the activity log',
      'invitations, and which mail was sent to whom and when',
    ],
    without:
      'Card numbers are not in it, because we never have them. Neither are passwords, nor anything that lets somebody sign in.',
    recorded: 'The activity log will say that you exported it.',
    submit: 'Download the file',
    tooOften: (wait: string) => `The data was exported ten times within the hour. Try again ${wait}.`,
    cancel: 'Back to the billing details',
  },

  company: {
    title: (name: string) => `Erase ${name}?`,
    consequences: [
      'Every card is removed at Stripe first. Once you confirm, nothing is charged any more.',
      'Names, billing details and invitations are erased, and mail that waits is not sent. All users lose access at once; whoever belongs to no other company is erased too, you included.',
      'IDs and amounts of invoices and of attempts to charge them are kept under a pseudonym, because the books have to add up. What the invoices’ lines say is erased here.',
      'The activity log stays until its time is over. It holds IDs, but no names.',
      'At Stripe the customer and its invoices stay: they belong to the books of whoever bills you. Subscriptions are not cancelled by this, and what is unpaid is still owed.',
    ],
    exportFirst: 'You may want to export the data first.',
    nameLabel: 'To confirm, type the company’s name',
    nameWrong: (name: string) => `This is not the company’s name. Type exactly: ${name}`,
    noUndo: 'This cannot be undone, not even by us.',
    confirm: 'Erase the company',
    cancel: 'Keep the company',
    refused: {
      'in flight':
        'Nothing was erased: a payment is at the bank, and its outcome is not known yet. Come back once the invoices page shows how it ended; most banks answer within minutes, a few take days.',
      collecting:
        'Nothing was erased: an invoice is being collected at this moment. Come back in two minutes.',
    },
    unanswered:
      'Stripe did not answer, so some cards may still be saved there. Nothing is charged any more, and we keep trying until they are gone. You can also try again.',
    underWay: {
      title: 'Your company is being erased',
      text: 'Nothing is charged any more. As soon as Stripe has let go of the last card, everything else is erased too. You can try again, or leave: we go on by ourselves.',
      again: 'Try again now',
    },
  },

  member: {
    title: (name: string) => `Erase ${name}?`,
    consequences: [
      'Name and e-mail address are erased, and everything that let this person sign in.',
      'What they did stays in the activity log, under a pseudonym. Consents to charge a card stay too, with an ID that leads to nobody.',
    ],
    noUndo: 'This cannot be undone.',
    confirm: 'Erase this person',
    cancel: 'Cancel',
    done: (name: string) => `${name} is erased.`,
  },

  self: {
    intro: 'What we keep of you can be erased.',
    link: 'Erase your account…',
    title: 'Erase your account?',
    consequences: [
      'Your name and your e-mail address are erased, and everything that let you sign in. You leave every company that you belong to.',
      'What you did stays in the activity logs, under a pseudonym. Consents that you gave stay too, with an ID that leads to nobody.',
    ],
    password: 'Your password',
    passwordWrong: 'This is not your password.',
    passwordMissing: 'Enter your password.',
    tooOften: (wait: string) => `That was tried too often. Try again ${wait}.`,
    confirm: 'Erase my account',
    hindered: {
      owner: (company: string) =>
        `You own ${company}. Hand it over to somebody else first, or erase the company.`,
      'owner elsewhere': (company: string) =>
        `You own ${company}. Switch to it in the menu with your name, and then hand it over to somebody else or erase it.`,
      'last for billing': (company: string) =>
        `Nobody else at ${company} sees to its payments. Somebody else has to, first.`,
      'in flight': (company: string) =>
        `A payment at ${company} is still under way. Try again once it is known whether it was made.`,
    },
    seeErasure: 'Erase the company…',
  },

  former: {
    title: 'Former users',
    intro:
      'People who have left and whom your company’s records still name. Once erased, they stand there under a pseudonym.',
    none: 'Nobody who has left is named in your records.',
    erase: 'Erase…',
    eraseName: (name: string) => `Erase ${name}`,
  },

  gone: {
    company: {
      title: 'The company is erased',
      text: 'Its cards are gone from Stripe, and its data from here. Thank you for having been with us.',
    },
    self: { title: 'Your account is erased', text: 'Your name and address are gone from here.' },
  },
}
