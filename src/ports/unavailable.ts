/** Our own database cannot take anything just now, or cannot be reached. What was asked can be asked again. */
export class StoreUnavailable extends Error {}
