package clients

import (
	"testing"

	bluemix "github.com/IBM-Cloud/bluemix-go"
	"github.com/IBM-Cloud/bluemix-go/api/account/accountv1"
	bluemixsearch "github.com/IBM-Cloud/bluemix-go/api/globalsearch/globalsearchv2"
	"github.com/IBM-Cloud/bluemix-go/api/globaltagging/globaltaggingv3"
	"github.com/IBM-Cloud/bluemix-go/api/resource/resourcev2/managementv2"
	"github.com/IBM-Cloud/bluemix-go/api/usermanagement/usermanagementv2"
	"github.com/IBM-Cloud/bluemix-go/session"
	"github.com/IBM/go-sdk-core/v5/core"
	"github.com/IBM/platform-services-go-sdk/globalsearchv2"
	"github.com/IBM/platform-services-go-sdk/globaltaggingv1"
	"github.com/IBM/platform-services-go-sdk/resourcemanagerv2"
	"github.com/IBM/platform-services-go-sdk/usermanagementv1"
)

// signInTo sets the API key that the clients below read.
func signInTo(t *testing.T, account account) {
	t.Helper()
	for _, service := range []string{"RESOURCE_MANAGER", "GLOBAL_SEARCH", "GLOBAL_TAGGING", "USER_MANAGEMENT"} {
		t.Setenv(service+"_APIKEY", account.APIKey)
	}
}

func openSession(t *testing.T, account account) *session.Session {
	t.Helper()
	opened, err := session.New(&bluemix.Config{BluemixAPIKey: account.APIKey, MaxRetries: new(0)})
	noError(t, err)
	return opened
}

func TestResourceGroupsOfPlatformServices(t *testing.T) {
	account := newAccount(t, asReal)
	signInTo(t, account)
	client, err := resourcemanagerv2.NewResourceManagerV2UsingExternalConfig(&resourcemanagerv2.ResourceManagerV2Options{})
	noError(t, err)

	list, _, err := client.ListResourceGroups(client.NewListResourceGroupsOptions().SetAccountID(account.ID).SetDefault(true))
	noError(t, err)
	want(t, "number of default groups", len(list.Resources), 1)
	group := list.Resources[0]
	want(t, "name", val(group.Name), "Default")
	want(t, "state", val(group.State), "ACTIVE")
	want(t, "has a date", group.CreatedAt != nil && group.UpdatedAt != nil, true)

	created, response, err := client.CreateResourceGroup(client.NewCreateResourceGroupOptions().SetName("team-a").SetAccountID(account.ID))
	noError(t, err)
	want(t, "status", response.StatusCode, 201)
	wantSome(t, "CRN", val(created.CRN))
	_, response, err = client.CreateResourceGroup(client.NewCreateResourceGroupOptions().SetName("team-a"))
	want(t, "status of the second group of a name", response.StatusCode, 400)
	wantText(t, err.Error(), "Resource group name need to be unique")

	renamed, _, err := client.UpdateResourceGroup(client.NewUpdateResourceGroupOptions(*created.ID).SetName("team-b"))
	noError(t, err)
	want(t, "new name", val(renamed.Name), "team-b")

	bluemixClient := newBluemix(t, account.APIKey)
	target := bluemixClient.target
	target.ResourceGroup = *created.ID
	cluster, err := bluemixClient.v1.Clusters().Create(clusterRequest("in-team-b"), target)
	noError(t, err)
	want(t, "group of the cluster", bluemixClient.find(t, cluster.ID).ResourceGroupName, "team-b")

	response, err = client.DeleteResourceGroup(client.NewDeleteResourceGroupOptions(*created.ID))
	want(t, "error when a group in use is deleted", err != nil, true)
	want(t, "status", response.StatusCode, 400)
}

func TestResourceGroupsOfBluemix(t *testing.T) {
	account := newAccount(t, asReal)
	client, err := managementv2.New(openSession(t, account))
	noError(t, err)
	groups, err := client.ResourceGroup().List(&managementv2.ResourceGroupQuery{AccountID: account.ID, Default: true})
	noError(t, err)
	want(t, "number of default groups", len(groups), 1)
	found, err := client.ResourceGroup().FindByName(&managementv2.ResourceGroupQuery{AccountID: account.ID}, "Default")
	noError(t, err)
	want(t, "id of the group by name", found[0].ID, groups[0].ID)
	read, err := client.ResourceGroup().Get(groups[0].ID)
	noError(t, err)
	want(t, "CRN", read.CRN, groups[0].CRN)
	_, err = client.ResourceGroup().Get("unknown")
	wantRefused(t, err, 404, "could not be found")
}

// TestTagsOfPlatformServices does what the Terraform provider does when tags of a cluster change.
func TestTagsOfPlatformServices(t *testing.T) {
	account := newAccount(t, asReal)
	signInTo(t, account)
	bluemixClient := newBluemix(t, account.APIKey)
	crn := bluemixClient.find(t, bluemixClient.create(t, "tagged")).CRN
	tagging, err := globaltaggingv1.NewGlobalTaggingV1UsingExternalConfig(&globaltaggingv1.GlobalTaggingV1Options{})
	noError(t, err)
	search, err := globalsearchv2.NewGlobalSearchV2UsingExternalConfig(&globalsearchv2.GlobalSearchV2Options{})
	noError(t, err)

	tagsOf := func() []any {
		t.Helper()
		options := search.NewSearchOptions().SetQuery(`crn:"` + crn + `"`).SetFields([]string{"access_tags", "tags", "service_tags"})
		result, _, err := search.Search(options)
		noError(t, err)
		want(t, "number of items", len(result.Items), 1)
		want(t, "CRN of the item", val(result.Items[0].CRN), crn)
		for _, kind := range []string{"access_tags", "service_tags"} {
			want(t, "number of "+kind, len(result.Items[0].GetProperty(kind).([]any)), 0)
		}
		return result.Items[0].GetProperty("tags").([]any)
	}
	resources := []globaltaggingv1.Resource{{ResourceID: core.StringPtr(crn)}, {ResourceID: core.StringPtr(crn + "x")}}

	want(t, "number of tags at first", len(tagsOf()), 0)
	attached, _, err := tagging.AttachTag(tagging.NewAttachTagOptions(resources).SetTagNames([]string{"env:test", "blue"}))
	noError(t, err)
	want(t, "error at the cluster", val(attached.Results[0].IsError), false)
	want(t, "error at what is no resource", val(attached.Results[1].IsError), true)
	want(t, "number of tags", len(tagsOf()), 2)

	list, _, err := tagging.ListTags(tagging.NewListTagsOptions().SetAttachedTo(crn).SetProviders([]string{"ghost"}))
	noError(t, err)
	want(t, "number of tags in the list", val(list.TotalCount), 2)

	_, _, err = tagging.DetachTag(tagging.NewDetachTagOptions(resources[:1]).SetTagNames([]string{"blue"}))
	noError(t, err)
	want(t, "first tag that is left", tagsOf()[0].(string), "env:test")
	deleted, _, err := tagging.DeleteTag(tagging.NewDeleteTagOptions("blue"))
	noError(t, err)
	want(t, "error at the delete", val(deleted.Results[0].IsError), false)
	deleted, _, err = tagging.DeleteTag(tagging.NewDeleteTagOptions("env:test"))
	noError(t, err)
	want(t, "error at the delete of a tag in use", val(deleted.Results[0].IsError), true)
}

func TestTagsOfBluemix(t *testing.T) {
	account := newAccount(t, asReal)
	bluemixClient := newBluemix(t, account.APIKey)
	crn := bluemixClient.find(t, bluemixClient.create(t, "tagged")).CRN
	opened := openSession(t, account)
	tagging, err := globaltaggingv3.New(opened)
	noError(t, err)
	search, err := bluemixsearch.New(opened)
	noError(t, err)

	_, err = tagging.Tags().AttachTags(crn, []string{"env:test"})
	noError(t, err)
	tags, err := tagging.Tags().GetTags(crn)
	noError(t, err)
	want(t, "tag", tags.Items[0].Name, "env:test")
	found, err := search.Searches().PostQuery(bluemixsearch.SearchBody{Query: `tags:"env:test"`, Fields: []string{"tags", "name", "type"}})
	noError(t, err)
	want(t, "number of items", len(found.Items), 1)
	want(t, "name", found.Items[0].Name, "tagged")
	want(t, "tag of the item", found.Items[0].Tags[0], "env:test")
	_, err = tagging.Tags().DetachTags(crn, []string{"env:test"})
	noError(t, err)
	_, err = tagging.Tags().DeleteTag("env:test")
	noError(t, err)
	tags, err = tagging.Tags().GetTags(crn)
	noError(t, err)
	want(t, "number of tags", len(tags.Items), 0)
}

func TestAccountAndUsers(t *testing.T) {
	account := newAccount(t, asReal)
	signInTo(t, account)
	opened := openSession(t, account)
	accounts, err := accountv1.New(opened)
	noError(t, err)
	details, err := accounts.Accounts().Get(account.ID)
	noError(t, err)
	want(t, "id in the details", details.Metadata.GUID, account.ID)
	mine, err := accounts.Accounts().List()
	noError(t, err)
	want(t, "number of accounts", len(mine), 1)
	want(t, "id of the account", mine[0].Guid, account.ID)

	people, err := usermanagementv2.New(opened)
	noError(t, err)
	users, err := people.UserInvite().ListUsers(account.ID)
	noError(t, err)
	want(t, "number of users", len(users), 1)
	want(t, "id of the owner", users[0].IamID, mine[0].OwnerIamId)
	want(t, "email of the owner", users[0].Email, details.Entity.OwnerUserID)
	profile, err := people.UserInvite().GetUserProfile(account.ID, users[0].IamID)
	noError(t, err)
	want(t, "id of the profile", profile.IamID, users[0].IamID)

	client, err := usermanagementv1.NewUserManagementV1UsingExternalConfig(&usermanagementv1.UserManagementV1Options{})
	noError(t, err)
	pager, err := client.NewUsersPager(client.NewListUsersOptions(account.ID))
	noError(t, err)
	all, err := pager.GetAll()
	noError(t, err)
	want(t, "number of users by pages", len(all), 1)
}
