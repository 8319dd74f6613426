package clients

import (
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

func TestSDKReadsTheVersionCatalogue(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)
	isDefault := func(version iks.KubeVersion) bool { return val(version.Default) }

	kubernetes, _, err := client.GetKubeVersions(client.NewGetKubeVersionsOptions())
	noError(t, err)
	platforms, _, err := client.GetVersions(client.NewGetVersionsOptions())
	noError(t, err)

	want(t, "number of default Kubernetes versions", count(kubernetes, isDefault), 1)
	want(t, "number of Kubernetes versions", len(platforms["kubernetes"]), len(kubernetes))
	want(t, "number of default OpenShift versions", count(platforms["openshift"], isDefault), 1)
}

func TestSDKReadsThePlacesOfTheCatalogue(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)

	locations, _, err := client.ListLocations(client.NewListLocationsOptions())
	noError(t, err)
	dallas10 := find(t, "dal10", locations, func(l iks.IKSLocation) bool { return val(l.ID) == "dal10" })
	want(t, "kind of dal10", val(dallas10.Kind), "dc")
	want(t, "metro of dal10", val(dallas10.Metro), "dal")

	regions, _, err := client.GetRegions(client.NewGetRegionsOptions())
	noError(t, err)
	find(t, "us-south", regions.Regions, func(r iks.Region) bool { return val(r.Name) == "us-south" })

	zones, _, err := client.GetZones(client.NewGetZonesOptions().SetLocation("dal"))
	noError(t, err)
	find(t, "dal10", zones, func(z iks.ZoneResponse) bool { return val(z.ID) == "dal10" })
	for _, zone := range zones {
		want(t, "metro of "+val(zone.ID), val(zone.Metro), "dal")
	}
}

func TestSDKReadsTheFlavorsOfAZone(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)

	types, _, err := client.GetDatacenterMachineTypes(client.NewGetDatacenterMachineTypesOptions("dal10"))
	noError(t, err)
	machine := find(t, "b3c.4x16", types, func(m iks.MachineType) bool { return val(m.Name) == "b3c.4x16" })
	want(t, "cores", val(machine.Cores), "4")
	want(t, "memory", val(machine.Memory), "16GB")

	flavors, _, err := client.V2GetFlavors(client.NewV2GetFlavorsOptions("dal10").SetProvider("classic"))
	noError(t, err)
	encrypted := find(t, "b3c.4x16.encrypted", flavors, func(f iks.Flavor) bool { return val(f.Name) == "b3c.4x16.encrypted" })
	want(t, "provider", val(encrypted.Provider), "classic")
	want(t, "encrypted second disk", val(encrypted.SecondaryStorageEncrypted), true)
}

func TestSDKSeesAnEmptyAccountAsEmptyLists(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newSDK(t, account.APIKey)
	token := sdkRefreshToken(t, account)

	clusters, _, err := client.GetClusters(client.NewGetClustersOptions())
	noError(t, err)
	classic, _, err := client.ClassicGetClusters(client.NewClassicGetClustersOptions())
	noError(t, err)
	vlans, _, err := client.GetDatacenterVLANs(client.NewGetDatacenterVLANsOptions(token, "dal10"))
	noError(t, err)
	subnets, _, err := client.ListSubnets(client.NewListSubnetsOptions(token))
	noError(t, err)
	spanning, _, err := client.GetVlanSpanning(client.NewGetVlanSpanningOptions("us-south"))
	noError(t, err)

	want(t, "number of clusters", len(clusters), 0)
	want(t, "number of clusters in v2", len(classic), 0)
	want(t, "number of VLANs", len(vlans), 0)
	want(t, "number of subnets", len(subnets), 0)
	want(t, "VLAN spanning", val(spanning.Enabled), false)
}

func TestSDKIsServedWithoutTheGlobalPrefixToo(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)
	id := sdkCreate(t, client, "both-ways")

	noError(t, client.SetServiceURL(emulatorURL))

	want(t, "id", val(sdkFind(t, client, "both-ways").ID), id)
}
