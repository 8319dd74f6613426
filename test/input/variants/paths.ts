/** Whether a path is one of the container API, and not of IAM or of another service that goes with it. */
export const isOfContainers = (path: string): boolean => /^\/(v[12]|graphql)\b/.test(path) && !/^\/v2\/(resource_groups|resources|accounts)\b/.test(path);
