package clients

import (
	"net/http"
	"testing"
)

func TestAtInstantSpeedTheNextReadSeesTheFinalState(t *testing.T) {
	t.Parallel()
	client := newBluemix(t, newAccount(t, instant).APIKey)

	id := client.create(t, "soon")
	cluster := client.find(t, id)
	want(t, "master status", cluster.MasterStatus, "Ready")
	want(t, "state", cluster.State, "normal")
	wantSome(t, "Ingress hostname", cluster.IngressHostname)

	noError(t, client.v1.Clusters().Delete(id, client.target, true))
	_, err := client.v1.Clusters().Find(id, client.target)
	wantRefused(t, err, http.StatusNotFound, clusterNotFound)
}
