"""The GraphQL server: requests, sockets, documents, prices and execution of any schema; it knows no product."""
