/**
 * The part of the service's GraphQL schema that its clients use. `ClassicKubernetesNode` is this emulator's name for
 * a worker of a classic cluster: public documents name the type of bare metal workers of VPC clusters alone.
 */
export const typeDefinitions = /* GraphQL */ `
  scalar IPv4Address
  scalar MACAddress

  type Query {
    "The object that has an id."
    node(id: ID!): Node
  }

  type Mutation {
    "Reloads a worker."
    reinitializeKubernetesNode(input: ReinitializeKubernetesNodeInput): ReinitializeKubernetesNodePayload
    "Attaches a virtual network interface to a bare metal worker."
    addVirtualNetworkInterfaceToBareMetalNode(
      input: AddVirtualNetworkInterfaceToBareMetalNodeInput!
    ): AddVirtualNetworkInterfaceToBareMetalNodePayload
    "Detaches a virtual network interface from a worker."
    removeVirtualNetworkInterfaceFromNode(
      input: RemoveVirtualNetworkInterfaceFromNodeInput!
    ): RemoveVirtualNetworkInterfaceFromNodePayload
  }

  input ReinitializeKubernetesNodeInput {
    "The id of the worker."
    id: ID!
    "Whether to go on although the master cannot be reached."
    bypassUnhealthyControlPlane: Boolean
  }

  type ReinitializeKubernetesNodePayload {
    node: KubernetesNode
  }

  interface Node {
    id: ID!
  }

  "A worker."
  interface KubernetesNode implements Node {
    id: ID!
    region: Region
  }

  type ClassicKubernetesNode implements KubernetesNode & Node {
    id: ID!
    region: Region
  }

  interface Location {
    id: ID!
    name: String
    displayName: String
  }

  type Region implements Location & Node {
    id: ID!
    name: String
    displayName: String
  }

  type KubernetesCluster implements Node {
    id: ID!
    name: String
    region: Region
    networkAttachments(after: String, first: Int): NetworkAttachmentConnection
  }

  interface NetworkAttachable implements Node {
    id: ID!
    networkAttachments(after: String, first: Int): NetworkAttachmentConnection
  }

  type VPCBareMetalKubernetesNode implements KubernetesNode & NetworkAttachable & Node {
    id: ID!
    region: Region
    networkAttachments(after: String, first: Int): NetworkAttachmentConnection
  }

  input AddVirtualNetworkInterfaceToBareMetalNodeInput {
    virtualNetworkInterfaceID: String!
    vlanID: Int!
    node: ID
    cluster: ID
    autoDelete: Boolean
  }

  type AddVirtualNetworkInterfaceToBareMetalNodePayload {
    networkAttachment: NetworkAttachment!
  }

  input RemoveVirtualNetworkInterfaceFromNodeInput {
    virtualNetworkInterfaceID: String!
    node: ID
    cluster: ID
    autoDelete: Boolean
  }

  type RemoveVirtualNetworkInterfaceFromNodePayload {
    cluster: KubernetesCluster!
    node: NetworkAttachable!
    virtualNetworkInterface: VirtualNetworkInterface!
  }

  interface NetworkAttachment {
    attachedTo: NetworkAttachable!
    virtualNetworkInterface: VirtualNetworkInterface!
  }

  type BareMetalNetworkAttachmentByVLAN implements NetworkAttachment {
    attachedTo: NetworkAttachable!
    virtualNetworkInterface: VirtualNetworkInterface!
    vlanID: Int
    canFloat: Boolean!
  }

  interface VirtualNetworkInterface {
    externalID: String!
    name: String
    autoDelete: Boolean
    macAddress: MACAddress
    primaryIPAddress: IPv4Address
  }

  type BareMetalVirtualNetworkInterface implements VirtualNetworkInterface {
    externalID: String!
    name: String
    autoDelete: Boolean
    macAddress: MACAddress
    primaryIPAddress: IPv4Address
  }

  type NetworkAttachmentConnection {
    edges: [NetworkAttachmentEdge]
    pageInfo: PageInfo!
  }

  type NetworkAttachmentEdge {
    cursor: String!
    node: NetworkAttachment
  }

  type PageInfo {
    startCursor: String
    endCursor: String
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
  }
`;
