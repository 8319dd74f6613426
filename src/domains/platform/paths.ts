/** Whether an address is one of a service beside the container API. For what is refused before its route is known. */
export const isOfPlatform = (url: string): boolean => /^\/(v3|coe\/v2|v2\/(resource_groups|resources|accounts))(\/|\?|$)/.test(url);
