package clients

import (
	"net/http"
	"testing"
	"time"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func TestBluemixManagesAddons(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newBluemix(t, account.APIKey)
	id := client.create(t, "shopfront")
	account.advance(t, 5*time.Minute)

	known, err := client.v1.AddOns().ListAddons()
	noError(t, err)
	find(t, "istio", known, func(addon containerv1.AddOn) bool { return addon.Name == "istio" && addon.Version == "1.21" })

	configure := func(enable bool) {
		t.Helper()
		addons := []containerv1.AddOn{{Name: "istio"}}
		_, err := client.v1.AddOns().ConfigureAddons(id, &containerv1.ConfigureAddOns{AddonsList: addons, Enable: enable}, client.target)
		noError(t, err)
	}
	list := func() []containerv1.AddOn {
		t.Helper()
		addons, err := client.v1.AddOns().GetAddons(id, client.target)
		noError(t, err)
		return addons
	}

	want(t, "add-ons of a new cluster", len(list()), 0)
	configure(true)
	want(t, "health at first", list()[0].HealthState, "pending")
	account.waitUntil(t, "a healthy add-on", func() bool { return list()[0].HealthState == "normal" })
	want(t, "version", list()[0].Version, "1.21")
	want(t, "target version", list()[0].TargetVersion, "")
	configure(false)
	account.waitUntil(t, "the end of the add-on", func() bool { return len(list()) == 0 })
}

func TestBluemixSetsWebhooksAndKeys(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newBluemix(t, account.APIKey)
	id := client.create(t, "shopfront")

	t.Run("webhooks", func(t *testing.T) {
		webhook := containerv1.WebHook{Level: "Normal", Type: "slack", URL: "https://hooks.example.com/x"}
		noError(t, client.v1.WebHooks().Add(id, webhook, client.target))
		webhooks, err := client.v1.WebHooks().List(id, client.target)
		noError(t, err)
		want(t, "number of webhooks", len(webhooks), 1)
		want(t, "webhook", webhooks[0], webhook)
	})
	t.Run("the API key", func(t *testing.T) {
		before, err := client.v1.Apikeys().GetApiKeyInfo(id, client.target)
		noError(t, err)
		want(t, "name", before.Name, "containers-kubernetes-key")
		wantSome(t, "email", before.Email)
		noError(t, client.v1.Apikeys().ResetApiKey(containerv1.ClusterTargetHeader{Region: "us-south"}))
		after, err := client.v1.Apikeys().GetApiKeyInfo(id, client.target)
		noError(t, err)
		want(t, "key is the same", after.ID == before.ID, false)
	})
	t.Run("credentials of the infrastructure", func(t *testing.T) {
		noError(t, client.v1.Clusters().SetCredentials("1234567_owner", "secret", client.target))
		noError(t, client.v1.Clusters().UnsetCredentials(client.target))
		wantRefused(t, client.v1.Clusters().UnsetCredentials(client.target), http.StatusNotFound, "E0051")
	})
}
