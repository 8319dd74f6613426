package clients

import (
	"net/http"
	"slices"
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func (c bluemixClient) albsOf(t *testing.T, cluster, kind string) []containerv1.ALBConfig {
	t.Helper()
	albs, err := c.v1.Albs().ListClusterALBs(cluster, c.target)
	noError(t, err)
	return slices.DeleteFunc(albs, func(alb containerv1.ALBConfig) bool { return alb.ALBType != kind })
}

func (c bluemixClient) alb(t *testing.T, id string) containerv1.ALBConfig {
	t.Helper()
	alb, err := c.v1.Albs().GetALB(id, c.target)
	noError(t, err)
	return alb
}

func TestBluemixEnablesAndDisablesALBs(t *testing.T) {
	t.Parallel()
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	albs := client.v1.Albs()
	private, public := client.albsOf(t, id, "private")[0], client.albsOf(t, id, "public")[0]

	t.Run("each type of ALB that there is can be had", func(t *testing.T) {
		types, err := albs.GetALBTypes(client.target)
		noError(t, err)
		slices.Sort(types)
		want(t, "types", slices.Equal(types, []string{"private", "public"}), true)
	})
	t.Run("an ALB that is enabled takes an address", func(t *testing.T) {
		want(t, "address before", private.ALBIP, "")
		noError(t, albs.EnableALB(private.ALBID, containerv1.ALBConfig{ALBID: private.ALBID, ClusterID: id, Enable: true}, client.target))
		account.settle(t)
		enabled := client.alb(t, private.ALBID)
		want(t, "enabled", enabled.Enable, true)
		want(t, "state", enabled.State, "enabled")
		wantAddress(t, "address of the private ALB", enabled.ALBIP, true, map[string]bool{})
	})
	t.Run("an ALB that is disabled gets its address back when it is enabled again", func(t *testing.T) {
		noError(t, albs.DisableALB(public.ALBID, client.target))
		want(t, "enabled", client.alb(t, public.ALBID).Enable, false)
		account.settle(t)
		again := containerv1.ALBConfig{ALBID: public.ALBID, ClusterID: id, Enable: true}
		noError(t, albs.ConfigureALB(public.ALBID, again, false, client.target))
		account.settle(t)
		want(t, "address", client.alb(t, public.ALBID).ALBIP, public.ALBIP)

		noError(t, albs.ConfigureALB(public.ALBID, containerv1.ALBConfig{}, true, client.target))
		want(t, "pods are left alone", client.alb(t, public.ALBID).DisableDeployment, true)
	})
	t.Run("a further ALB is made on a VLAN of the zone", func(t *testing.T) {
		request := containerv1.CreateALB{Zone: "dal10", VlanID: private.VlanID, Type: "private", EnableByDefault: true}
		created, err := albs.CreateALB(request, id, client.target)
		noError(t, err)
		want(t, "cluster", created.Cluster, id)
		account.settle(t)
		further := client.alb(t, created.Alb)
		want(t, "enabled", further.Enable, true)
		want(t, "cluster of the ALB", further.ClusterID, id)
		wantAddress(t, "address", further.ALBIP, true, map[string]bool{client.alb(t, private.ALBID).ALBIP: true})
		want(t, "private ALBs", len(client.albsOf(t, id, "private")), 2)
	})
	t.Run("an unknown ALB is not found", func(t *testing.T) {
		wantRefused(t, albs.RemoveALB("private-crnowhere-alb1", client.target), http.StatusNotFound, "ALB could not be found")
	})
}

func TestBluemixUpdatesALBsByHand(t *testing.T) {
	t.Parallel()
	const newest, older = "1.12.1_5237_iks", "1.12.0_5214_iks"
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	albs := client.v1.Albs()
	public := client.albsOf(t, id, "public")[0]
	want(t, "build", public.ALBBuild, newest)
	policy := func() containerv1.ALBUpdatePolicy {
		t.Helper()
		policy, err := albs.GetALBUpdatePolicy(id, client.target)
		noError(t, err)
		return policy
	}
	want(t, "policy of a new cluster", policy(), containerv1.ALBUpdatePolicy{AutoUpdate: true, LatestVersion: true})

	noError(t, albs.ChangeALBUpdatePolicy(id, containerv1.ALBUpdatePolicy{AutoUpdate: false}, client.target))
	noError(t, albs.DisableALB(public.ALBID, client.target))
	account.settle(t)
	request := containerv1.ALBConfig{ALBID: public.ALBID, ClusterID: id, Enable: true, ALBBuild: older}
	noError(t, albs.EnableALB(public.ALBID, request, client.target))
	account.settle(t)
	want(t, "build that was asked for", client.alb(t, public.ALBID).ALBBuild, older)
	want(t, "policy", policy(), containerv1.ALBUpdatePolicy{AutoUpdate: false, LatestVersion: false})

	noError(t, albs.UpdateALBs(id, client.target))
	account.settle(t)
	want(t, "build after the update", client.alb(t, public.ALBID).ALBBuild, newest)
	want(t, "newest everywhere", policy().LatestVersion, true)
}
