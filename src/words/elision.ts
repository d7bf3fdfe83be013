// French before a name: l'accès d'Alice, l'accès de Bob.

// An h is left alone: whether it is mute is not to be seen.
const vowel = /^[aeiouyœæø]/i

/** `de` before a name, elided where it begins with a vowel. A y counts where a consonant follows it: d'Yves, de Yann. */
export function of(name: string): string {
  const bare = name.normalize('NFD')
  const elides = vowel.test(bare) && !/^y[aeiou]/i.test(bare)
  return elides ? `d’${name}` : `de ${name}`
}
