package clients

import (
	"errors"
	"testing"

	bluemix "github.com/IBM-Cloud/bluemix-go"
	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
	"github.com/IBM-Cloud/bluemix-go/api/container/containerv2"
	"github.com/IBM-Cloud/bluemix-go/bmxerror"
	"github.com/IBM-Cloud/bluemix-go/session"
)

// bluemixClient is the pair of clients the Terraform provider holds, and the empty headers it sends with them.
type bluemixClient struct {
	v1 containerv1.ContainerServiceAPI
	v2 containerv2.ContainerServiceAPI

	target   containerv1.ClusterTargetHeader
	targetV2 containerv2.ClusterTargetHeader
}

// newBluemix signs in with an API key; the endpoints come from the environment. A refusal is not retried.
func newBluemix(t *testing.T, apiKey string) bluemixClient {
	t.Helper()
	return openBluemix(t, &bluemix.Config{BluemixAPIKey: apiKey})
}

func openBluemix(t *testing.T, config *bluemix.Config) bluemixClient {
	t.Helper()
	config.MaxRetries = new(0)
	opened, err := session.New(config)
	noError(t, err)
	v1, err := containerv1.New(opened)
	noError(t, err)
	v2, err := containerv2.New(opened)
	noError(t, err)
	return bluemixClient{v1: v1, v2: v2}
}

// clusterRequest is what the Terraform provider sends for a cluster without options: it names no VLAN and
// sends both endpoint flags as false.
func clusterRequest(name string) containerv1.ClusterCreateRequest {
	return containerv1.ClusterCreateRequest{
		Name:           name,
		Datacenter:     "dal10",
		MachineType:    "b3c.4x16",
		Isolation:      "public",
		WorkerNum:      2,
		DiskEncryption: true,
	}
}

func (c bluemixClient) create(t *testing.T, name string) string {
	t.Helper()
	created, err := c.v1.Clusters().Create(clusterRequest(name), c.target)
	noError(t, err)
	wantSome(t, "id of the new cluster", created.ID)
	return created.ID
}

// readyBluemix is a client with a cluster on which nothing is left to happen.
func readyBluemix(t *testing.T, request containerv1.ClusterCreateRequest) (account, bluemixClient, string) {
	t.Helper()
	account := newAccount(t, asReal)
	client := newBluemix(t, account.APIKey)
	created, err := client.v1.Clusters().Create(request, client.target)
	noError(t, err)
	account.settle(t)
	return account, client, created.ID
}

func (c bluemixClient) find(t *testing.T, idOrName string) containerv1.ClusterInfo {
	t.Helper()
	cluster, err := c.v1.Clusters().Find(idOrName, c.target)
	noError(t, err)
	return cluster
}

// wantRefused stops the test unless err is an answer of that status whose body holds the text.
func wantRefused(t *testing.T, err error, status int, text string) {
	t.Helper()
	failure, ok := errors.AsType[bmxerror.RequestFailure](err)
	if !ok {
		t.Fatalf("got %v, want an answer with status %d", err, status)
	}
	want(t, "status of: "+failure.Description(), failure.StatusCode(), status)
	wantText(t, failure.Description(), text)
}
