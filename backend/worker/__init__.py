"""The worker: delivers mail, provisions services and runs what is due. Any number of them share one database."""
