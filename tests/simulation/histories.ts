/**
 * How many histories are played: as many as `npm run soak` plays, or in every check a twentieth of them from the same
 * seed, so that the check and the soak begin alike.
 */
export const histories = (soaked: number): number =>
  process.env.XUESHI_SOAK ? soaked : Math.ceil(soaked / 20)
