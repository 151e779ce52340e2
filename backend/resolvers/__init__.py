"""Query, Mutation and Subscription: who answers. Resolvers are thin; the rules are in provisioning/."""
