package clients

import (
	"net/http"
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

func TestSDKWalksAClusterFromCreateToDelete(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newSDK(t, account.APIKey)
	id := sdkCreate(t, client, "shopfront")
	account.waitUntil(t, "Ingress ready", func() bool { return val(sdkFind(t, client, id).IngressHostname) != "" })

	t.Run("v1 reads find it by name and by id", func(t *testing.T) {
		for _, idOrName := range []string{id, "shopfront"} {
			cluster := sdkFind(t, client, idOrName)
			want(t, "id", val(cluster.ID), id)
			want(t, "state", val(cluster.State), "normal")
			want(t, "status", val(cluster.Status), "All Workers Normal")
			want(t, "master status", val(cluster.MasterStatus), "Ready")
			want(t, "master state", val(cluster.MasterState), "deployed")
		}
		list, _, err := client.GetClusters(client.NewGetClustersOptions())
		noError(t, err)
		want(t, "number of clusters", len(list), 1)
		want(t, "id in the list", val(list[0].ID), id)
	})
	t.Run("v2 reads find it by name and by id", func(t *testing.T) { wantClusterInV2(t, client, id) })
	t.Run("workers of v1 and v2 are the same", func(t *testing.T) { wantSDKWorkers(t, client, id) })
	t.Run("the default pool of v1 and v2 is the same", func(t *testing.T) { wantSDKPool(t, client, id) })
	t.Run("ALBs", func(t *testing.T) { wantSDKALBs(t, client, id) })
	t.Run("VLANs and subnets", func(t *testing.T) { wantSDKNetwork(t, client, id, sdkRefreshToken(t, account)) })
	t.Run("a deleted cluster ends as not found", func(t *testing.T) {
		deleted, err := client.RemoveCluster(client.NewRemoveClusterOptions(id).SetDeleteResources("true"))
		noError(t, err)
		want(t, "status of the delete", deleted.StatusCode, http.StatusNoContent)
		account.waitUntil(t, "the end of the deleted cluster", func() bool {
			cluster, response, err := client.GetCluster1(client.NewGetCluster1Options(id))
			if err != nil {
				wantSDKRefusal(t, response, err, http.StatusNotFound, clusterNotFound)
				return true
			}
			want(t, "state of the deleted cluster", val(cluster.State), "deleting")
			return false
		})
	})
}

func wantClusterInV2(t *testing.T, client *iks.KubernetesServiceApiV1, id string) {
	t.Helper()
	for _, idOrName := range []string{id, "shopfront"} {
		cluster, _, err := client.GetCluster(client.NewGetClusterOptions(idOrName))
		noError(t, err)
		want(t, "id", val(cluster.ID), id)
		want(t, "provider", val(cluster.Provider), "classic")
		want(t, "data center", val(cluster.Datacenter), "dal10")
		want(t, "master status", val(cluster.Lifecycle.MasterStatus), "Ready")
		wantSome(t, "Ingress hostname", val(cluster.Ingress.Hostname))

		// The service sends an array of one here, as this SDK expects.
		classic, _, err := client.ClassicGetCluster(client.NewClassicGetClusterOptions(idOrName))
		noError(t, err)
		want(t, "number of clusters with that name", len(classic), 1)
		want(t, "id", val(classic[0].ID), id)
	}
	list, _, err := client.ClassicGetClusters(client.NewClassicGetClustersOptions().SetLocation("dal10"))
	noError(t, err)
	want(t, "number of clusters", len(list), 1)
	want(t, "id in the list", val(list[0].ID), id)
}

func wantSDKWorkers(t *testing.T, client *iks.KubernetesServiceApiV1, id string) {
	t.Helper()
	workers, _, err := client.GetClusterWorkers(client.NewGetClusterWorkersOptions(id).SetPool("default").SetShowDeleted("false"))
	noError(t, err)
	common, _, err := client.GetWorkers1(client.NewGetWorkers1Options(id))
	noError(t, err)
	classic, _, err := client.ClassicGetWorkers(client.NewClassicGetWorkersOptions(id).SetPool("default"))
	noError(t, err)
	want(t, "number of workers", len(workers), 2)
	want(t, "number of workers in v2", len(common), 2)
	want(t, "number of classic workers in v2", len(classic), 2)

	for i, worker := range workers {
		workerID := val(worker.ID)
		want(t, "state", val(worker.State), "normal")
		want(t, "status", val(worker.Status), "Ready")
		alone, _, err := client.GetWorkers(client.NewGetWorkersOptions(id, workerID))
		noError(t, err)
		want(t, "private address", val(alone.PrivateIP), val(worker.PrivateIP))

		one, _, err := client.GetWorker(client.NewGetWorkerOptions(id, workerID))
		noError(t, err)
		classicOne, _, err := client.ClassicGetWorker(client.NewClassicGetWorkerOptions(id, workerID))
		noError(t, err)
		for _, read := range []iks.GetWorkerResponse{common[i], classic[i], *one, *classicOne} {
			want(t, "id in v2", val(read.ID), workerID)
			want(t, "health in v2", val(read.Health.State), "normal")
			want(t, "actual state in v2", val(read.Lifecycle.ActualState), "deployed")
			want(t, "version in v2", val(read.KubeVersion.Actual), val(worker.KubeVersion))
			want(t, "flavor in v2", val(read.Flavor), val(worker.MachineType))
		}
	}
}

func wantSDKPool(t *testing.T, client *iks.KubernetesServiceApiV1, id string) {
	t.Helper()
	pools, _, err := client.GetWorkerPools(client.NewGetWorkerPoolsOptions(id))
	noError(t, err)
	want(t, "number of pools", len(pools), 1)
	poolID := val(pools[0].ID)
	pool, _, err := client.GetWorkerPool1(client.NewGetWorkerPool1Options(id, "default"))
	noError(t, err)
	want(t, "id", val(pool.ID), poolID)
	want(t, "size per zone", val(pool.SizePerZone), 2)
	wantSome(t, "private VLAN in this SDK's spelling", val(pool.Zones[0].PrivateVLAN))

	inV2, _, err := client.GetWorkerPools1(client.NewGetWorkerPools1Options(id))
	noError(t, err)
	want(t, "number of pools in v2", len(inV2), 1)
	one, _, err := client.GetWorkerPool(client.NewGetWorkerPoolOptions(id, poolID))
	noError(t, err)
	// The service sends an array, as bluemix-go expects; this SDK expects one object and cannot decode it.
	_, response, err := client.ClassicGetWorkerPools(client.NewClassicGetWorkerPoolsOptions(id))
	classic := decodeRaw[[]iks.GetWorkerPoolResponse](t, response, err)
	want(t, "number of classic pools in v2", len(classic), 1)

	for _, read := range []iks.GetWorkerPoolResponse{inV2[0], *one, classic[0]} {
		want(t, "id in v2", val(read.ID), poolID)
		want(t, "name in v2", val(read.PoolName), "default")
		want(t, "flavor in v2", val(read.Flavor), val(pool.MachineType))
		want(t, "workers in v2", val(read.WorkerCount), 2)
	}
}

func wantSDKALBs(t *testing.T, client *iks.KubernetesServiceApiV1, id string) {
	t.Helper()
	// The service sends one object, as bluemix-go expects; this SDK expects an array of it and cannot decode it.
	_, response, err := client.GetClusterALBs(client.NewGetClusterALBsOptions(id))
	cluster := decodeRaw[iks.ClusterALB](t, response, err)
	want(t, "cluster", val(cluster.ID), id)
	want(t, "number of ALBs", len(cluster.Alb), 2)
	for _, listed := range cluster.Alb {
		alb, _, err := client.GetClusterALB(client.NewGetClusterALBOptions(val(listed.AlbID)))
		noError(t, err)
		want(t, "cluster of the ALB", val(alb.ClusterID), id)
		want(t, "ALB enabled", val(alb.Enable), val(alb.AlbType) == "public")
	}
}

func wantSDKNetwork(t *testing.T, client *iks.KubernetesServiceApiV1, id, refreshToken string) {
	t.Helper()
	vlans, _, err := client.GetDatacenterVLANs(client.NewGetDatacenterVLANsOptions(refreshToken, "dal10"))
	noError(t, err)
	want(t, "number of VLANs in the zone", len(vlans), 2)
	// One primary and one portable subnet.
	want(t, "number of subnets on the VLAN", val(vlans[0].Properties.SubnetCount), 2)

	listed, _, err := client.ListSubnets(client.NewListSubnetsOptions(refreshToken))
	noError(t, err)
	want(t, "number of subnets of the account", len(listed), 4)

	bound, _, err := client.GetClusterSubnets(client.NewGetClusterSubnetsOptions(id))
	noError(t, err)
	want(t, "number of VLANs of the cluster", len(bound), 2)
	for _, vlan := range bound {
		find(t, "VLAN "+val(vlan.ID), vlans, func(v iks.VLAN) bool { return val(v.ID) == val(vlan.ID) })
		want(t, "portable subnets on "+val(vlan.ID), len(vlan.Subnets), 1)
		subnet := vlan.Subnets[0]
		want(t, "usable addresses of "+val(subnet.Cidr), len(subnet.Ips), 5)
		find(t, "subnet "+val(subnet.ID), listed, func(s iks.Subnet) bool { return val(s.ID) == val(subnet.ID) })
	}
}
