package io.touchstone.client;

/** Told when the client's state or datafile changes. */
@FunctionalInterface
public interface ClientListener {
    /** Called on a thread of the client; should return soon. What it throws is swallowed. */
    void changed(ClientStatus status);
}
