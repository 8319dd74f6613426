package clients

import (
	"net/http"
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

// sdkVlan is the VLAN of the type that the workers of a cluster are on.
func sdkVlan(t *testing.T, client *iks.KubernetesServiceApiV1, cluster, kind string) string {
	t.Helper()
	zone := sdkPool(t, client, cluster, "default").Zones[0]
	if kind == "public" {
		return val(zone.PublicVLAN)
	}
	return val(zone.PrivateVLAN)
}

func sdkBound(t *testing.T, client *iks.KubernetesServiceApiV1, cluster, vlan string) []iks.SubnetConfigField {
	t.Helper()
	vlans, _, err := client.GetClusterSubnets(client.NewGetClusterSubnetsOptions(cluster))
	noError(t, err)
	return find(t, "VLAN "+vlan, vlans, func(v iks.VlanConfigField) bool { return val(v.ID) == vlan }).Subnets
}

// sdkFreeSubnet orders a portable subnet of 16 addresses for a cluster, detaches it and returns its id.
func sdkFreeSubnet(t *testing.T, client *iks.KubernetesServiceApiV1, cluster, kind string) string {
	t.Helper()
	vlan := sdkVlan(t, client, cluster, kind)
	response, err := client.CreateClusterSubnet(client.NewCreateClusterSubnetOptions(cluster, vlan).SetSize("16"))
	done(t, response, err, http.StatusNoContent)
	ordered := find(t, "the new subnet", sdkBound(t, client, cluster, vlan), func(s iks.SubnetConfigField) bool { return len(s.Ips) == 13 })
	want(t, "public", val(ordered.IsPublic), kind == "public")

	response, err = client.DetachClusterSubnet(client.NewDetachClusterSubnetOptions(cluster, val(ordered.ID)))
	done(t, response, err, http.StatusNoContent)
	want(t, "subnets that are left", len(sdkBound(t, client, cluster, vlan)), 1)
	return val(ordered.ID)
}

func TestSDKOrdersDetachesAndAddsAPortableSubnet(t *testing.T) {
	t.Parallel()
	_, client, id := readySDK(t)
	subnet := sdkFreeSubnet(t, client, id, "private")

	response, err := client.AddClusterSubnet(client.NewAddClusterSubnetOptions(id, subnet))
	done(t, response, err, http.StatusNoContent)

	bound := sdkBound(t, client, id, sdkVlan(t, client, id, "private"))
	added := find(t, subnet, bound, func(s iks.SubnetConfigField) bool { return val(s.ID) == subnet })
	want(t, "managed by the user", val(added.IsByoip), false)
	want(t, "usable addresses", len(added.Ips), 13)
}

func sdkAddUserSubnet(t *testing.T, client *iks.KubernetesServiceApiV1, cluster, cidr, vlan string) {
	t.Helper()
	response, err := client.AddClusterUserSubnet(client.NewAddClusterUserSubnetOptions(cluster).SetCidr(cidr).SetVlanID(vlan))
	done(t, response, err, http.StatusNoContent)
}

func TestSDKManagesAUserManagedSubnet(t *testing.T) {
	t.Parallel()
	_, client, id := readySDK(t)
	vlan := sdkVlan(t, client, id, "private")
	sdkAddUserSubnet(t, client, id, "10.91.40.0/24", vlan)
	list := func() []iks.VlanConfigField {
		t.Helper()
		vlans, _, err := client.GetClusterUserSubnet(client.NewGetClusterUserSubnetOptions(id))
		noError(t, err)
		return vlans
	}

	added := list()[0]
	want(t, "VLAN", val(added.ID), vlan)
	want(t, "CIDR", val(added.Subnets[0].Cidr), "10.91.40.0/24")
	want(t, "managed by the user", val(added.Subnets[0].IsByoip), true)
	response, err := client.RemoveClusterUserSubnet(client.NewRemoveClusterUserSubnetOptions(id, val(added.Subnets[0].ID), vlan))
	done(t, response, err, http.StatusNoContent)
	want(t, "VLANs with user-managed subnets after the end", len(list()), 0)
}

func TestSDKCannotDecodeTheListOfVLANsInV2(t *testing.T) {
	t.Parallel()
	_, client, id := readySDK(t)

	// An array, as the v1 form and every other list is; this SDK expects one object (A6).
	_, response, err := client.GetVLANs(client.NewGetVLANsOptions("dal10"))
	vlans := decodeRaw[[]iks.VLAN](t, response, err)

	want(t, "number of VLANs", len(vlans), 2)
	private := find(t, "the private VLAN", vlans, func(vlan iks.VLAN) bool { return val(vlan.Type) == "private" })
	want(t, "id", val(private.ID), sdkVlan(t, client, id, "private"))
}
