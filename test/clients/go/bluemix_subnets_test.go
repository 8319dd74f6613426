package clients

import (
	"net/http"
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func TestBluemixAddsAPortableSubnetToACluster(t *testing.T) {
	t.Parallel()
	account, client, giver := readyBluemix(t, clusterRequest("shopfront"))
	request := clusterRequest("warehouse")
	request.NoSubnet = true
	created, err := client.v1.Clusters().Create(request, client.target)
	noError(t, err)
	account.settle(t)
	taker := client.find(t, created.ID)
	want(t, "VLANs with portable subnets", len(taker.Vlans), 0)
	want(t, "Ingress hostname", taker.IngressHostname, "")
	free := sdkFreeSubnet(t, newSDK(t, account.APIKey), giver, "public")

	noError(t, client.v1.Subnets().AddSubnet(taker.ID, free, client.target))
	account.settle(t)

	taker = client.find(t, taker.ID)
	want(t, "VLANs with portable subnets", len(taker.Vlans), 1)
	want(t, "subnet", taker.Vlans[0].Subnets[0].ID, free)
	want(t, "subnet is public", taker.Vlans[0].Subnets[0].IsPublic, true)
	wantSome(t, "Ingress hostname", taker.IngressHostname)
	want(t, "public ALBs", len(client.albsOf(t, taker.ID, "public")), 1)
}

func TestBluemixListsAndRemovesAUserManagedSubnet(t *testing.T) {
	t.Parallel()
	const cidr = "10.91.40.0/24"
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	subnets := client.v1.Subnets()
	vlan := client.pool(t, id, "default").Zones[0].PrivateVLAN
	list := func() []containerv1.Vlan {
		t.Helper()
		vlans, err := subnets.ListClusterUserSubnets(id, client.target)
		noError(t, err)
		return vlans
	}
	want(t, "VLANs with user-managed subnets", len(list()), 0)

	// This client takes the subnet and does not send it (A15), so that the call can only be refused.
	err := subnets.AddClusterUserSubnet(id, containerv1.UserSubnet{CIDR: cidr, VLANID: vlan}, client.target)
	wantRefused(t, err, http.StatusBadRequest, "cidr")

	sdkAddUserSubnet(t, newSDK(t, account.APIKey), id, cidr, vlan)
	added := list()[0]
	want(t, "VLAN", added.ID, vlan)
	want(t, "zone", added.Zone, "dal10")
	want(t, "CIDR", added.Subnets[0].Cidr, cidr)
	want(t, "managed by the user", added.Subnets[0].IsByOIP, true)

	noError(t, subnets.DeleteClusterUserSubnet(id, added.Subnets[0].ID, vlan, client.target))
	want(t, "VLANs with user-managed subnets after the end", len(list()), 0)
}
