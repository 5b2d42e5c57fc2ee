class ServerError(Exception):
    """A server could not be started or kept up. The message says why, and what to do, to the person at the terminal."""
