"""The provisioning wizard of Control Hub: a GraphQL API and the application it serves."""
