package clients

import (
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

// beforeNormal are the states the Terraform provider waits through; any other ends its apply with an error.
var beforeNormal = []string{"requested", "pending", "deploying", "deployed", "warning", "critical"}

// waitLikeTerraform waits for the three stages of the Terraform provider and checks that they are apart.
func waitLikeTerraform(t *testing.T, account account, client bluemixClient, ids []string) {
	t.Helper()
	wait := func(stage string, reached func(id string) bool) {
		t.Helper()
		waited := account.waitUntil(t, stage, func() bool {
			return !slices.ContainsFunc(ids, func(id string) bool { return !reached(id) })
		})
		if waited == 0 {
			t.Fatalf("the stage %s was reached together with the one before", stage)
		}
	}

	wait("master Ready", func(id string) bool {
		cluster, err := client.v1.Clusters().FindWithOutShowResourcesCompatible(id, client.target)
		noError(t, err)
		return cluster.MasterStatus == "Ready"
	})
	for _, id := range ids {
		wantWorkersToBeListed(t, client, id)
	}
	wait("cluster normal", func(id string) bool {
		state := client.find(t, id).State
		if state != "normal" && !slices.Contains(beforeNormal, state) {
			t.Fatalf("the state of the new cluster is %s", state)
		}
		return state == "normal"
	})
	wait("Ingress ready", func(id string) bool {
		cluster := client.find(t, id)
		return cluster.IngressHostname != "" && cluster.IngressSecretName != ""
	})
}

// wantWorkersToBeListed guards the provider's index into this list, which it reads once the master is Ready.
func wantWorkersToBeListed(t *testing.T, client bluemixClient, id string) {
	t.Helper()
	workers, err := client.v1.Workers().ListByWorkerPool(id, "default", false, client.target)
	noError(t, err)
	want(t, "number of workers when the master is Ready", len(workers), 2)
}

// waitUntilGone polls as the Terraform provider does after a delete.
func waitUntilGone(t *testing.T, account account, client bluemixClient, id string) {
	t.Helper()
	var cluster containerv1.ClusterInfo
	var err error
	took := account.waitUntil(t, "the end of the deleted cluster", func() bool {
		cluster, err = client.v1.Clusters().Find(id, client.target)
		if err == nil {
			want(t, "state of the deleted cluster", cluster.State, "deleting")
		}
		return err != nil
	})
	wantRefused(t, err, http.StatusNotFound, clusterNotFound)
	if took == 0 || took > 15*time.Minute {
		t.Fatalf("the cluster was gone %s after its delete", took)
	}
}
