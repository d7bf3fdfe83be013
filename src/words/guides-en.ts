export interface Guide {
  title: string
  intro: string
  sections: readonly { heading: string; paragraphs: readonly string[]; steps?: readonly string[] }[]
}

export const guidesEn: { heading: string; update: Guide; abroad: Guide; failed: Guide } = {
  heading: 'Guides',
  update: {
    title: 'Update a card',
    intro: 'A card’s number cannot be changed. You add the new card, and then you remove the old one.',
    sections: [
      {
        heading: 'You have a new card',
        paragraphs: [],
        steps: [
          'Open the menu with your name, at the top right, then “Company settings”, then “Payment methods”.',
          'Choose “Add a payment method” and enter the new card.',
          'Open the menu of the new card (three dots) and choose “Set as default card”.',
          'Choose “Remove…” in the menu of the old card.',
        ],
      },
      {
        heading: 'Your bank renewed your card',
        paragraphs: [
          'Many banks pass the new number and expiry date on to Stripe by themselves. If the date in your list is already the new one, you have nothing to do.',
        ],
      },
      {
        heading: 'Keep a backup',
        paragraphs: [
          'With a backup card, an expired one stops nothing: we try the backups in the order that you chose.',
        ],
      },
    ],
  },
  abroad: {
    title: 'Cards from another country',
    intro:
      'Some banks check the postal code in a form without letters. Here is what to enter when yours is refused.',
    sections: [
      {
        heading: 'Enter only the digits',
        paragraphs: [
          'Leave out letters and spaces. The Canadian code M4B\u00a01B3 becomes 413.',
          'If that is refused too, add zeros until there are five digits: 41300. American checks know five digits only.',
          'When your postal code is refused, we offer you these forms as a button: you need not type your card again.',
        ],
      },
      {
        heading: 'It must be the address that your bank knows',
        paragraphs: [
          'The postal code is the one on your card’s statements, which may not be the one of your office.',
          'Choose the country of that address too.',
        ],
      },
      {
        heading: 'Still refused',
        paragraphs: ['Ask your bank whether it allows payments abroad and online, or add another card.'],
      },
    ],
  },
  failed: {
    title: 'When a payment fails',
    intro: 'A refused card is most often a matter of a few minutes. Nothing is ever charged twice.',
    sections: [
      {
        heading: 'What happens by itself',
        paragraphs: [
          'We always charge your default card first. When that is impossible, we try your backup cards in the order of your list, one at a time, and stop at the first that pays.',
          'If none pays, we start again some days later, three times at most. The invoice’s page tells what has been tried and when we try next; you are told by e-mail too.',
        ],
      },
      {
        heading: 'What you can do',
        paragraphs: [],
        steps: [
          'Look at your list of payment methods: an expired card says so.',
          'Open the invoice and pay it now with a card of your choice. If your bank wants you to confirm, it asks you then.',
          'Add a card that works: we then offer to pay what is unpaid with it.',
          'Ask your bank why it refused, if you want to keep the card. It tells you what it does not tell us.',
        ],
      },
      {
        heading: 'The most frequent reasons',
        paragraphs: [
          'The card has expired or was replaced. Its limit is reached. The bank blocks payments online or from abroad. The bank wants you to confirm the payment.',
        ],
      },
    ],
  },
}
