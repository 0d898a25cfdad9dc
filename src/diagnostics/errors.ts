/** Something is wrong with the input or the world, and the user can mend it: printed without a stack. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly mend?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UserError';
  }
}
