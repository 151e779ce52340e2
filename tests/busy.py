"""What a busy machine adds to what is promised in seconds."""

# Seconds. Other tests run on the same processors. It stays below what a broken promise would take: a timeout of five
# seconds, somebody who looks again after five, a server that never ends.
BUSY = 2.0

# Seconds after which a test gives up: what has not come by then never comes.
GIVE_UP = 30.0

# A measure that is too high is taken again: what others do passes, what the product does comes each time.
TRIES = 3
