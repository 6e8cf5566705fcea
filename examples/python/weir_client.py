#!/usr/bin/env python3
"""Weir from Python, with nothing but the standard library (3.9 or newer).

    python3 weir_client.py check http://paypal.com.secure-login.example.tk/verify
    python3 weir_client.py publish < urls.txt
    python3 weir_client.py follow malicious suspicious

WEIR_GATEWAY says where the gateway is (http://127.0.0.1:8080), WEIR_API_KEY is the key where one is needed.
"""

import itertools
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

GATEWAY = os.environ.get("WEIR_GATEWAY", "http://127.0.0.1:8080").rstrip("/")
KEY = os.environ.get("WEIR_API_KEY", "")
ATTEMPTS = 4
HEARTBEAT_SECONDS = 15


class WeirError(Exception):
    """A problem (RFC 9457) that the gateway answered with; its `code` stays as it is."""

    def __init__(self, status, problem):
        super().__init__(problem.get("detail") or problem.get("title") or f"HTTP {status}")
        self.status = status
        self.code = problem.get("code", f"HTTP_{status}")
        self.errors = problem.get("errors", [])


def send(method, path, body=None, headers=None, timeout=60):
    """The open response. Asks again where the gateway says "not now" (429, 503), as long after as it says."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(GATEWAY + path, data=data, method=method, headers=headers or {})
    if data is not None:
        request.add_header("Content-Type", "application/json")
    if KEY:
        request.add_header("Authorization", f"Bearer {KEY}")
    for attempt in itertools.count(1):
        try:
            return urllib.request.urlopen(request, timeout=timeout)
        except urllib.error.HTTPError as error:
            with error:
                if error.code in (429, 503) and attempt < ATTEMPTS:
                    time.sleep(min(10, float(error.headers.get("Retry-After") or 2**attempt / 4)))
                    continue
                raise WeirError(error.code, problem_of(error)) from None


def problem_of(error):
    try:
        return json.load(error)
    except ValueError:
        return {}


def check(urls):
    """A verdict for each URL, in order; up to 1,000 at once. An item that fails has its `error` in its place."""
    with send("POST", "/v1/verdicts/batch", {"urls": list(urls)}) as response:
        return json.load(response)["verdicts"]


def publish(urls):
    """Puts URLs on the stream and gives their ids. Under its key, a request that is sent again is done once."""
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    with send("POST", "/v1/events", {"urls": list(urls)}, headers) as response:
        return json.load(response)["ids"]


def follow(*verdicts):
    """Verdicts of the stream as they are given, without end; after a connection that broke, from where it was."""
    query = urllib.parse.urlencode([("verdict", each) for each in verdicts])
    last_id = None
    while True:
        headers = {"Accept": "text/event-stream"}
        if last_id is not None:
            headers["Last-Event-ID"] = last_id
        try:
            with send("GET", f"/v1/verdicts/stream?{query}", None, headers, 3 * HEARTBEAT_SECONDS) as response:
                for event, event_id, data in events(response):
                    last_id = event_id or last_id
                    if event == "message":
                        yield json.loads(data)
        except OSError:
            pass  # Broken, or silent for longer than heartbeats allow: taken up again.
        time.sleep(1)


def events(response):
    """Server-Sent Events as (event, id, data), by the lines of the response."""
    event, event_id, data = "message", None, []
    for raw in response:
        line = raw.decode().rstrip("\r\n")
        if line == "":
            if data:
                yield event, event_id, "\n".join(data)
            event, event_id, data = "message", None, []
            continue
        field, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if field == "data":
            data.append(value)
        elif field == "event":
            event = value
        elif field == "id":
            event_id = value


def lines_of(stream, size):
    lines = (line.strip() for line in stream)
    filled = (line for line in lines if line)
    return iter(lambda: list(itertools.islice(filled, size)), [])


def main(command, *arguments):
    if command == "check":
        batches = [list(arguments)] if arguments else lines_of(sys.stdin, 1000)
        for verdict in itertools.chain.from_iterable(map(check, batches)):
            print(json.dumps(verdict), flush=True)
    elif command == "publish":
        for identifier in itertools.chain.from_iterable(map(publish, lines_of(sys.stdin, 1000))):
            print(identifier, flush=True)
    elif command == "follow":
        for verdict in follow(*arguments):
            print(json.dumps(verdict), flush=True)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main(*(sys.argv[1:] or ["help"]))
    except WeirError as error:
        sys.exit(f"{error.code}: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    except urllib.error.URLError as error:
        sys.exit(f"{GATEWAY} cannot be reached: {error.reason}")
