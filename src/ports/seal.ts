// Keeps what has to be read again, so that who reads the database cannot.

export interface Seal {
  /** `owner`: whose it is. Sealed for one, it does not open for another. */
  close(text: string, owner: string): string
  /** Null where no key of ours opens it. `stale`: sealed with an earlier key, to be sealed anew. */
  open(sealed: string, owner: string): { readonly text: string; readonly stale: boolean } | null
}
