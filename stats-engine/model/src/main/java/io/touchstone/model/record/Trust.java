package io.touchstone.model.record;

/** Where an event came from: what kind of key sent it. Order is part of the record format: append only. */
public enum Trust {
    /** A browser or app with a public key. */
    CLIENT,
    /** A server of the product. */
    SERVER,
    /** An import resource; never late. */
    IMPORT
}
