package clients

import (
	"net/http"
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
	"github.com/IBM-Cloud/bluemix-go/api/container/containerv2"
)

func (c bluemixClient) pool(t *testing.T, cluster, idOrName string) containerv1.WorkerPoolResponse {
	t.Helper()
	pool, err := c.v1.WorkerPools().GetWorkerPool(cluster, idOrName, c.target)
	noError(t, err)
	return pool
}

func (c bluemixClient) workersOf(t *testing.T, cluster, pool string) []containerv1.Worker {
	t.Helper()
	workers, err := c.v1.Workers().ListByWorkerPool(cluster, pool, false, c.target)
	noError(t, err)
	return workers
}

// createPool creates a pool named batch with a worker in the zone of the default pool, as the Terraform provider does.
func (c bluemixClient) createPool(t *testing.T, cluster string) string {
	t.Helper()
	zone := c.pool(t, cluster, "default").Zones[0]
	created, err := c.v1.WorkerPools().CreateWorkerPool(cluster, containerv1.WorkerPoolRequest{
		WorkerPoolConfig: containerv1.WorkerPoolConfig{
			Name:        "batch",
			Size:        1,
			MachineType: "b3c.4x16",
			Isolation:   "public",
			Labels:      map[string]string{"tier": "batch"},
		},
		DiskEncryption: true,
		Zones:          []containerv1.WorkerPoolZone{zone.WorkerPoolZone},
	}, c.target)
	noError(t, err)
	wantSome(t, "id of the new pool", created.ID)
	return created.ID
}

func TestBluemixCreatesChangesAndDeletesAWorkerPool(t *testing.T) {
	t.Parallel()
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	pools := client.v1.WorkerPools()
	poolID := client.createPool(t, id)

	t.Run("it is active from the start and has what it was created with", func(t *testing.T) {
		pool := client.pool(t, id, poolID)
		want(t, "name", pool.Name, "batch")
		want(t, "state", pool.State, "active")
		want(t, "size per zone", pool.Size, 1)
		want(t, "machine type", pool.MachineType, "b3c.4x16.encrypted")
		want(t, "label", pool.Labels["tier"], "batch")
		want(t, "zone", pool.Zones[0].ID, "dal10")
		want(t, "worker in the zone", pool.Zones[0].WorkerCount, 1)
	})
	t.Run("a resize brings workers and takes them away", func(t *testing.T) {
		noError(t, pools.ResizeWorkerPool(id, "batch", 3, client.target))
		want(t, "size per zone", client.pool(t, id, "batch").Size, 3)
		account.settle(t)
		want(t, "ready workers", count(client.workersOf(t, id, "batch"), isReady), 3)

		smaller := containerv2.ResizeWorkerPoolReq{Cluster: id, Workerpool: "batch", Size: 1}
		noError(t, client.v2.WorkerPools().ResizeWorkerPool(smaller, client.targetV2))
		account.settle(t)
		want(t, "workers", len(client.workersOf(t, id, "batch")), 1)
		all, err := client.v1.Workers().ListByWorkerPool(id, "batch", true, client.target)
		noError(t, err)
		deleted := func(worker containerv1.Worker) bool { return worker.State == "deleted" }
		want(t, "deleted workers", count(all, deleted), 2)
	})
	t.Run("labels take the place of those before", func(t *testing.T) {
		noError(t, pools.UpdateLabelsWorkerPool(id, "batch", map[string]string{"team": "night"}, client.target))
		want(t, "label of v1", client.pool(t, id, "batch").Labels["team"], "night")
		request := containerv2.SetWorkerPoolLabelsRequest{Cluster: id, WorkerPool: "batch", Labels: map[string]string{"team": "day"}}
		noError(t, client.v2.WorkerPools().UpdateWorkerPoolLabels(request, client.targetV2))
		labels := client.pool(t, id, "batch").Labels
		want(t, "label of v2", labels["team"], "day")
		want(t, "label of the create", labels["tier"], "")
	})
	t.Run("taints are those that were set last", func(t *testing.T) {
		set := func(taints map[string]string) map[string]string {
			t.Helper()
			request := containerv2.WorkerPoolTaintRequest{Cluster: id, WorkerPool: "batch", Taints: taints}
			noError(t, client.v2.WorkerPools().UpdateWorkerPoolTaints(request, client.targetV2))
			// The only read of pools in this client's second half is for VPC clusters, so the other client looks.
			return sdkPool(t, newSDK(t, account.APIKey), id, "batch").Taints
		}
		want(t, "taint", set(map[string]string{"dedicated": "edge:NoExecute"})["dedicated"], "edge:NoExecute")
		want(t, "taints after the end", len(set(map[string]string{})), 0)
	})
	t.Run("a delete ends the pool at once and its workers in time", func(t *testing.T) {
		noError(t, pools.DeleteWorkerPool(id, "batch", client.target))
		_, err := pools.GetWorkerPool(id, "batch", client.target)
		wantRefused(t, err, http.StatusNotFound, "The specified worker pool could not be found")
		account.settle(t)
		workers, err := client.v1.Workers().List(id, client.target)
		noError(t, err)
		want(t, "workers of the cluster", len(workers), 2)
	})
}

func TestBluemixAddsMovesAndRemovesAZone(t *testing.T) {
	t.Parallel()
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	pools := client.v1.WorkerPools()

	noError(t, pools.AddZone(id, "default", containerv1.WorkerPoolZone{ID: "dal12"}, client.target))
	account.settle(t)
	added := find(t, "dal12", client.pool(t, id, "default").Zones, inZone("dal12"))
	want(t, "workers of the zone", added.WorkerCount, 2)
	albs, err := client.v1.Albs().ListClusterALBs(id, client.target)
	noError(t, err)
	inDal12 := func(alb containerv1.ALBConfig) bool { return alb.Zone == "dal12" }
	want(t, "ALBs of the zone", count(albs, inDal12), 2)

	private, public := account.orderVLAN(t, "dal12", "private", "02a"), account.orderVLAN(t, "dal12", "public", "02a")
	noError(t, pools.UpdateZoneNetwork(id, "dal12", "default", private, public, client.target))
	noError(t, pools.ResizeWorkerPool(id, "default", 3, client.target))
	account.settle(t)
	moved := find(t, "dal12", client.pool(t, id, "default").Zones, inZone("dal12"))
	want(t, "private VLAN of the zone", moved.PrivateVLAN, private)
	want(t, "public VLAN of the zone", moved.PublicVLAN, public)
	onNew := func(worker containerv1.Worker) bool {
		return worker.PrivateVlan == private && worker.PublicVlan == public
	}
	want(t, "workers on the new VLANs", count(client.workersOf(t, id, "default"), onNew), 1)

	noError(t, pools.RemoveZone(id, "dal12", "default", client.target))
	account.settle(t)
	want(t, "zones of the pool", len(client.pool(t, id, "default").Zones), 1)
	want(t, "workers of the pool", len(client.workersOf(t, id, "default")), 3)
	albs, err = client.v1.Albs().ListClusterALBs(id, client.target)
	noError(t, err)
	want(t, "ALBs of the zone after its end", count(albs, inDal12), 0)
}

func TestBluemixChangesTheOperatingSystemOfAPool(t *testing.T) {
	t.Parallel()
	request := clusterRequest("shopfront")
	request.MasterVersion = "4.17_openshift"
	account, client, id := readyBluemix(t, request)
	want(t, "operating system", client.pool(t, id, "default").OperatingSystem, "RHEL_9")

	change := containerv2.SetWorkerPoolOperatingSystem{Cluster: id, WorkerPool: "default", OperatingSystem: "RHEL_8"}
	noError(t, client.v2.WorkerPools().SetWorkerPoolOperatingSystem(change, client.targetV2))
	want(t, "operating system of the pool", client.pool(t, id, "default").OperatingSystem, "RHEL_8")
	worker := client.workersOf(t, id, "default")[0]
	system := func() string {
		t.Helper()
		workers, err := client.v2.Workers().ListAllWorkers(id, false, client.targetV2)
		noError(t, err)
		same := func(w containerv2.Worker) bool { return w.ID == worker.ID }
		return find(t, worker.ID, workers, same).LifeCycle.ActualOperatingSystem
	}
	want(t, "operating system of a worker that goes on", system(), "RHEL_9")
	noError(t, client.v1.Workers().Update(id, worker.ID, containerv1.WorkerUpdateParam{Action: "update"}, client.target))
	account.settle(t)
	want(t, "operating system of a worker that was updated", system(), "RHEL_8")
}

func inZone(id string) func(containerv1.WorkerPoolZoneResponse) bool {
	return func(zone containerv1.WorkerPoolZoneResponse) bool { return zone.ID == id }
}
