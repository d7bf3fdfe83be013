export const subscriptionsEn = {
  chargedFor: (names: string) => `Charged for: ${names}`,
  moving: (name: string) => `${name} (moving to the default card)`,
  per: {
    day: (amount: string) => `${amount} a day`,
    week: (amount: string) => `${amount} a week`,
    month: (amount: string) => `${amount} a month`,
    year: (amount: string) => `${amount} a year`,
  },
  cardGone: 'A card that is no longer here',

  question: {
    title: (name: string) => `Make ${name} your default card?`,
    becomes: 'It will be charged from now on.',
    confirm: 'Set as default card',
    cancel: 'Cancel',
  },
  others: (count: number) =>
    count === 1
      ? 'One subscription is charged to another card:'
      : `${count} subscriptions are charged to other cards:`,
  follow: (count: number): string =>
    count === 1
      ? 'Charge this subscription to the new default card too'
      : 'Charge these subscriptions to the new default card too',
  used: (count: number) =>
    count === 1
      ? 'One subscription is charged to this card:'
      : `${count} subscriptions are charged to this card:`,
  instead: (count: number, card: string) =>
    count === 1 ? `It will be charged to ${card} instead.` : `They will be charged to ${card} instead.`,
  notCharged: (count: number): string =>
    count === 1
      ? 'It cannot be charged until you add another card.'
      : 'They cannot be charged until you add another card.',

  done: {
    followIt: (count: number) =>
      count === 1 ? '1 subscription follows it.' : `${count} subscriptions follow it.`,
    follow: (count: number, card: string) =>
      count === 1 ? `1 subscription follows ${card}.` : `${count} subscriptions follow ${card}.`,
    stranded: (count: number) =>
      count === 1
        ? '1 subscription cannot be charged until you add another card.'
        : `${count} subscriptions cannot be charged until you add another card.`,
    kept: (count: number) =>
      count === 1 ? '1 subscription keeps its own card.' : `${count} subscriptions keep their own cards.`,
    waiting: (count: number) =>
      count === 1
        ? 'Stripe has not confirmed yet that 1 subscription follows it. We keep trying.'
        : `Stripe has not confirmed yet that ${count} subscriptions follow it. We keep trying.`,
    refused: (count: number) =>
      count === 1
        ? 'Stripe does not let 1 subscription change its card.'
        : `Stripe does not let ${count} subscriptions change their cards.`,
  },
}
