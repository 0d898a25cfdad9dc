/** Menus and the dial tone inside a call. Pure, like all of calls/. */
export { type KeyRequest, readKeyRequest } from './request';
export { routeMenu, routeUrgentMenu, usernameAtMenu } from './route';
export { routeDialTone, routeUrgentDialTone, usernameAtDialTone } from './routeDialTone';
