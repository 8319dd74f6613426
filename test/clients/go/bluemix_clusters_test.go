package clients

import (
	"net/http"
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func TestBluemixWalksTwoClustersOfOneZoneFromCreateToDelete(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newBluemix(t, account.APIKey)
	first, second := client.create(t, "shopfront"), client.create(t, "warehouse")
	waitLikeTerraform(t, account, client, []string{first, second})

	t.Run("every read finds a cluster by name and by id", func(t *testing.T) {
		wantSameInEveryRead(t, client, first, "shopfront")
		wantSameInEveryRead(t, client, first, first)
	})
	t.Run("the list has both", func(t *testing.T) {
		list, err := client.v1.Clusters().List(client.target)
		noError(t, err)
		want(t, "number of clusters", len(list), 2)
		find(t, "the second cluster", list, func(c containerv1.ClusterInfo) bool { return c.ID == second })
	})
	t.Run("both share one public and one private VLAN behind matching routers", func(t *testing.T) {
		wantOnePairOfVLANs(t, client, first, second)
	})
	t.Run("every worker is ready and has addresses of its own", func(t *testing.T) {
		taken := map[string]bool{}
		wantReadyWorkers(t, client, first, taken)
		wantReadyWorkers(t, client, second, taken)
	})
	t.Run("the default pool is found by name and by id", func(t *testing.T) {
		wantDefaultPool(t, client, first)
	})
	t.Run("one public ALB is enabled and one private ALB is not", func(t *testing.T) {
		wantALBPair(t, client, first)
	})
	t.Run("primary subnets are shared and portable ones are not", func(t *testing.T) {
		wantSubnets(t, client, first, second)
	})
	t.Run("a delete takes one cluster and leaves the other", func(t *testing.T) {
		noError(t, client.v1.Clusters().Delete(first, client.target, true))
		waitUntilGone(t, account, client, first)
		_, err := client.v1.Workers().List(first, client.target)
		wantRefused(t, err, http.StatusNotFound, clusterNotFound)
		_, err = client.v1.Albs().ListClusterALBs(first, client.target)
		wantRefused(t, err, http.StatusNotFound, clusterNotFound)

		want(t, "state of the other cluster", client.find(t, second).State, "normal")
		wantSubnets(t, client, second)
	})
}

// wantSameInEveryRead reads a cluster in the five ways bluemix-go has and compares what Terraform uses of it.
func wantSameInEveryRead(t *testing.T, client bluemixClient, id, idOrName string) {
	t.Helper()
	full := client.find(t, idOrName)
	want(t, "id", full.ID, id)
	want(t, "data center", full.DataCenter, "dal10")
	want(t, "worker count", full.WorkerCount, 2)
	want(t, "provider", full.Provider, "classic")
	want(t, "public endpoint, when no option was set", full.PublicServiceEndpointEnabled, true)
	wantSome(t, "crn", full.CRN)
	wantSome(t, "server URL", full.ServerURL)

	short, err := client.v1.Clusters().FindWithOutShowResources(idOrName, client.target)
	noError(t, err)
	want(t, "number of VLANs of a read without resources", len(short.Vlans), 0)
	compatible, err := client.v1.Clusters().FindWithOutShowResourcesCompatible(idOrName, client.target)
	noError(t, err)
	for _, other := range []containerv1.ClusterInfo{short, compatible} {
		want(t, "id", other.ID, id)
		want(t, "state", other.State, full.State)
		want(t, "Ingress hostname", other.IngressHostname, full.IngressHostname)
		want(t, "master version", other.MasterKubeVersion, full.MasterKubeVersion)
		want(t, "server URL", other.ServerURL, full.ServerURL)
	}

	nested, err := client.v2.Clusters().GetCluster(idOrName, client.targetV2)
	noError(t, err)
	want(t, "id", nested.ID, id)
	want(t, "flat master status", nested.MasterStatus, "Ready")
	want(t, "nested master status", nested.Lifecycle.MasterStatus, "Ready")
	want(t, "nested Ingress hostname", nested.Ingress.HostName, full.IngressHostname)
	want(t, "nested public endpoint", nested.ServiceEndpoints.PublicServiceEndpointURL, full.PublicServiceEndpointURL)
}

func wantReadyWorkers(t *testing.T, client bluemixClient, id string, taken map[string]bool) {
	t.Helper()
	workers, err := client.v1.Workers().List(id, client.target)
	noError(t, err)
	want(t, "number of workers", len(workers), 2)
	all, err := client.v2.Workers().ListAllWorkers(id, false, client.targetV2)
	noError(t, err)
	want(t, "number of workers in v2", len(all), 2)

	for i, worker := range workers {
		want(t, "state", worker.State, "normal")
		want(t, "status", worker.Status, "Ready")
		want(t, "machine type", worker.MachineType, "b3c.4x16.encrypted")
		want(t, "pool name", worker.PoolName, "default")
		wantAddress(t, "public address", worker.PublicIP, false, taken)
		wantAddress(t, "private address", worker.PrivateIP, true, taken)

		alone, err := client.v1.Workers().Get(worker.ID, client.target)
		noError(t, err)
		want(t, "worker read without its cluster", alone, worker)
		want(t, "id in v2", all[i].ID, worker.ID)
		want(t, "health in v2", all[i].Health.State, "normal")
		want(t, "actual state in v2", all[i].LifeCycle.ActualState, "deployed")
		want(t, "version in v2", all[i].KubeVersion.Actual, worker.KubeVersion)
	}
}

func wantDefaultPool(t *testing.T, client bluemixClient, id string) {
	t.Helper()
	pools, err := client.v1.WorkerPools().ListWorkerPools(id, client.target)
	noError(t, err)
	want(t, "number of pools", len(pools), 1)
	for _, idOrName := range []string{"default", pools[0].ID} {
		pool, err := client.v1.WorkerPools().GetWorkerPool(id, idOrName, client.target)
		noError(t, err)
		want(t, "name", pool.Name, "default")
		want(t, "id", pool.ID, pools[0].ID)
		want(t, "size per zone", pool.Size, 2)
		want(t, "state", pool.State, "active")
		want(t, "machine type", pool.MachineType, "b3c.4x16.encrypted")
		want(t, "number of zones", len(pool.Zones), 1)
		want(t, "zone", pool.Zones[0].ID, "dal10")
		want(t, "workers in the zone", pool.Zones[0].WorkerCount, 2)
		wantSome(t, "private VLAN of the zone", pool.Zones[0].PrivateVLAN)
	}
}
