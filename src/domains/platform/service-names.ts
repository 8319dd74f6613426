/** The services beside the container API, by which the documentation groups their operations. */
export const serviceNames = ['resource groups', 'search', 'tagging', 'accounts', 'users'] as const;
