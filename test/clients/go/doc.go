// Package clients drives a running emulator through IBM's own, unmodified Go clients: bluemix-go, which the
// IBM Cloud Terraform provider uses, and container-services-go-sdk. It holds tests alone.
//
// Set IKS_EMULATOR_URL to the emulator's address and run go test ./..., or let npm run test:clients start one.
package clients
