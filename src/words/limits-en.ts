// What is said to whoever does something too often. `wait` says when to come back: in 3 minutes.

export const limitsEn = {
  any: (wait: string) => `This was done too often in a short time. Try again ${wait}.`,
  signIn: (wait: string) =>
    `Too many tries to sign in failed. Try again ${wait}: nothing is locked for good.`,
  adding: (wait: string) =>
    `Cards were added too often in a short time, so nothing was sent to Stripe. Try again ${wait}.`,
  paying: (wait: string) =>
    `Payments were tried too often in a short time. Nothing was charged now. Try again ${wait}.`,
  link: (wait: string) => `Too many links were tried that have been used or have expired. Try again ${wait}.`,
}
