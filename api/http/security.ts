import { secureHeaders } from 'hono/secure-headers';

/** Headers of every page: nothing from elsewhere, no inline scripts or styles, no frames but for pages made to be `framed` anywhere. */
export function pageSecurity({ framed = false } = {}) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: [framed ? '*' : "'none'"],
    },
    xFrameOptions: framed ? false : 'DENY',
    referrerPolicy: 'strict-origin-when-cross-origin',
    permissionsPolicy: { camera: [], microphone: [], payment: [], geolocation: ['self'] },
    crossOriginOpenerPolicy: 'same-origin',
    strictTransportSecurity: false,
  });
}
