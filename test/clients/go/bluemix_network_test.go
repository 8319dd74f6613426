package clients

import (
	"net/netip"
	"strings"
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func wantOnePairOfVLANs(t *testing.T, client bluemixClient, ids ...string) {
	t.Helper()
	vlans, err := client.v1.Vlans().List("dal10", client.target)
	noError(t, err)
	want(t, "number of VLANs in the zone", len(vlans), 2)
	ofType := func(kind string) containerv1.DCVlan {
		return find(t, kind+" VLAN", vlans, func(vlan containerv1.DCVlan) bool { return vlan.Type == kind })
	}
	public, private := ofType("public"), ofType("private")

	behind, isFront := strings.CutPrefix(public.Properties.PrimaryRouter, "fcr")
	want(t, "front router "+public.Properties.PrimaryRouter, isFront, true)
	want(t, "back router", private.Properties.PrimaryRouter, "bcr"+behind)
	for _, id := range ids {
		workers, err := client.v1.Workers().List(id, client.target)
		noError(t, err)
		for _, worker := range workers {
			want(t, "public VLAN of "+worker.ID, worker.PublicVlan, public.ID)
			want(t, "private VLAN of "+worker.ID, worker.PrivateVlan, private.ID)
		}
	}
}

func wantALBPair(t *testing.T, client bluemixClient, id string) {
	t.Helper()
	albs, err := client.v1.Albs().ListClusterALBs(id, client.target)
	noError(t, err)
	want(t, "number of ALBs", len(albs), 2)
	for _, alb := range albs {
		want(t, "cluster", alb.ClusterID, id)
		want(t, "zone", alb.Zone, "dal10")
		want(t, alb.ALBType+" ALB enabled", alb.Enable, alb.ALBType == "public")

		alone, err := client.v1.Albs().GetALB(alb.ALBID, client.target)
		noError(t, err)
		want(t, "ALB read alone", alone, alb)
	}
	public := find(t, "public ALB", albs, func(alb containerv1.ALBConfig) bool { return alb.ALBType == "public" })
	find(t, "private ALB", albs, func(alb containerv1.ALBConfig) bool { return alb.ALBType == "private" })
	var addresses []string
	for _, vlan := range client.find(t, id).Vlans {
		for _, subnet := range vlan.Subnets {
			addresses = append(addresses, subnet.Ips...)
		}
	}
	find(t, "address of the public ALB", addresses, func(ip string) bool { return ip == public.ALBIP })
}

// wantSubnets checks that the account has the primary subnets of one pair of VLANs and, for each of these
// clusters and for no other, one portable subnet on either VLAN.
func wantSubnets(t *testing.T, client bluemixClient, clusters ...string) {
	t.Helper()
	subnets, err := client.v1.Subnets().List(client.target, "dal")
	noError(t, err)
	counted := map[string]int{}
	for _, subnet := range subnets {
		counted[subnet.Type+" "+subnet.Properties.SubnetType+" /"+subnet.Properties.CIDR]++
	}
	want(t, "primary public subnets", counted["public additional_primary /28"], 1)
	want(t, "primary private subnets", counted["private additional_primary /26"], 1)
	want(t, "portable public subnets", counted["public secondary_on_vlan /29"], len(clusters))
	want(t, "portable private subnets", counted["private secondary_on_vlan /29"], len(clusters))
	want(t, "number of subnets", len(subnets), 2+2*len(clusters))
	wantNoOverlap(t, subnets)

	bound := map[string]bool{}
	for _, id := range clusters {
		for _, vlan := range client.find(t, id).Vlans {
			want(t, "portable subnets of the cluster on "+vlan.ID, len(vlan.Subnets), 1)
			subnet := vlan.Subnets[0]
			want(t, "usable addresses of "+subnet.Cidr, len(subnet.Ips), 5)
			want(t, "subnet "+subnet.ID+" is of another cluster too", bound[subnet.ID], false)
			bound[subnet.ID] = true
			listed := find(t, "subnet "+subnet.ID, subnets, func(s containerv1.Subnet) bool { return s.ID == subnet.ID })
			want(t, "VLAN of subnet "+subnet.ID, listed.VlanID, vlan.ID)
			want(t, "CIDR of subnet "+subnet.ID, listed.Properties.DisplayLabel, subnet.Cidr)
		}
	}
	want(t, "number of portable subnets of the clusters", len(bound), 2*len(clusters))
}

func wantNoOverlap(t *testing.T, subnets []containerv1.Subnet) {
	t.Helper()
	var seen []netip.Prefix
	for _, subnet := range subnets {
		prefix, err := netip.ParsePrefix(subnet.Properties.DisplayLabel)
		noError(t, err)
		for _, other := range seen {
			want(t, prefix.String()+" overlaps "+other.String(), prefix.Overlaps(other), false)
		}
		seen = append(seen, prefix)
	}
}
