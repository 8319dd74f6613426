package clients

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	bluemix "github.com/IBM-Cloud/bluemix-go"
	"github.com/IBM-Cloud/bluemix-go/authentication"
	bluemixhttp "github.com/IBM-Cloud/bluemix-go/http"
	"github.com/IBM-Cloud/bluemix-go/rest"
	"github.com/IBM-Cloud/bluemix-go/session"
	"github.com/IBM/go-sdk-core/v5/core"
)

// claims are those without which the Terraform provider stops or crashes.
type claims struct {
	ID      string `json:"id"`
	Issuer  string `json:"iss"`
	Email   string `json:"email"`
	Account struct {
		BSS string `json:"bss"`
	} `json:"account"`
}

func parseToken(t *testing.T, token string) claims {
	t.Helper()
	parts := strings.Split(strings.TrimPrefix(token, "Bearer "), ".")
	if len(parts) != 3 {
		t.Fatalf("%q is not a JSON web token", token)
	}
	content, err := base64.RawURLEncoding.DecodeString(parts[1])
	noError(t, err)
	var parsed claims
	noError(t, json.Unmarshal(content, &parsed))
	return parsed
}

// openIAM is the half of bluemix-go that signs in, set up as its own clients and the Terraform provider do it. Tokens
// that it gets are in the config.
func openIAM(t *testing.T, config *bluemix.Config) *authentication.IAMAuthRepository {
	t.Helper()
	opened, err := session.New(config)
	noError(t, err)
	header := http.Header{"User-Agent": []string{bluemixhttp.UserAgent()}}
	iam, err := authentication.NewIAMAuthRepository(opened.Config, &rest.Client{DefaultHeader: header, HTTPClient: http.DefaultClient})
	noError(t, err)
	return iam
}

func TestBluemixSignsInWithAnAPIKeyAndRefreshesItsToken(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	config := &bluemix.Config{}
	iam := openIAM(t, config)

	noError(t, iam.AuthenticateAPIKey(account.APIKey))
	first := parseToken(t, config.IAMAccessToken)
	want(t, "account of the token", first.Account.BSS, account.ID)
	wantSome(t, "claim id", first.ID)
	wantSome(t, "claim iss", first.Issuer)
	wantSome(t, "claim email", first.Email)

	refreshed, err := iam.RefreshToken()
	noError(t, err)
	want(t, "claims of the refreshed token", parseToken(t, refreshed), first)
}

func TestBluemixSignsInWithAPasscodeOnce(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	giver := openIAM(t, &bluemix.Config{})
	noError(t, giver.AuthenticateAPIKey(account.APIKey))
	passcode, err := giver.GetPasscode()
	noError(t, err)
	wantSome(t, "passcode", passcode)

	config := &bluemix.Config{}
	taker := openIAM(t, config)
	noError(t, taker.AuthenticateSSO(passcode))
	want(t, "account of the token", parseToken(t, config.IAMAccessToken).Account.BSS, account.ID)
	wantRefused(t, taker.AuthenticateSSO(passcode), http.StatusBadRequest, "passcode")
}

func TestBluemixSignsInAgainWhenItsTokenIsRefused(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := openBluemix(t, &bluemix.Config{
		BluemixAPIKey:   account.APIKey,
		IAMAccessToken:  "Bearer not.a.token",
		IAMRefreshToken: "not-a-token",
	})

	created := client.create(t, "second-try")

	want(t, "id seen with a good token", newBluemix(t, account.APIKey).find(t, "second-try").ID, created)
}

func TestIAMAuthenticatorGetsATokenThatLastsInRealTime(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	account.advance(t, 48*time.Hour)

	token, err := newAuthenticator(t, account.APIKey).RequestToken()
	noError(t, err)

	want(t, "token type", token.TokenType, "Bearer")
	want(t, "account of the token", parseToken(t, token.AccessToken).Account.BSS, account.ID)
	wantSome(t, "refresh token", token.RefreshToken)
	left := time.Until(time.Unix(token.Expiration, 0))
	if life := time.Duration(token.ExpiresIn) * time.Second; left > life || left < life-time.Minute {
		t.Fatalf("the token expires in %s, but expires_in says %s", left, life)
	}
}

func TestAnInventedAPIKeyLeadsToAnAccountOfItsOwn(t *testing.T) {
	t.Parallel()
	key := unique("key")
	mine, others := newBluemix(t, key), newBluemix(t, unique("key"))

	id := mine.create(t, "mine")

	want(t, "id seen with the same key", newBluemix(t, key).find(t, "mine").ID, id)
	_, err := others.v1.Clusters().Find(id, others.target)
	wantRefused(t, err, http.StatusNotFound, "The specified cluster could not be found")
	list, err := others.v1.Clusters().List(others.target)
	noError(t, err)
	want(t, "number of clusters of the other account", len(list), 0)
}

func TestSDKIsToldThatItsTokenIsInvalid(t *testing.T) {
	t.Parallel()
	client := openSDK(t, &core.BearerTokenAuthenticator{BearerToken: "not.a.token"})

	_, response, err := client.GetClusters(client.NewGetClustersOptions())

	wantSDKRefusal(t, response, err, http.StatusUnauthorized, "token")
}
