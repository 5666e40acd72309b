/** Waits until both have ended, well or not, so that nothing is still at work on what is closed next; then throws the first failure. */
export async function bothEnded<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
