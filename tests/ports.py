"""Ports of this machine for servers that are told where to listen."""

import socket

HOST = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens on, and that the system gives to nobody who asks for any port within a minute.

    Between the look for a free port and the start of its server seconds may pass, in which other tests open servers.
    A connection that was closed keeps the port out of what is given away, but not from whoever names it.
    """
    with socket.create_server((HOST, 0)) as server, socket.socket() as client:
        port = int(server.getsockname()[1])
        client.connect((HOST, port))
        server.accept()[0].close()
        return port
