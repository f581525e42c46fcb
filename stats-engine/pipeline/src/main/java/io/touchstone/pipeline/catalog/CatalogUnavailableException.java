package io.touchstone.pipeline.catalog;

/** No confirmed catalog in time: the transaction is given up and tried again. */
public final class CatalogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogUnavailableException(int environment, long config) {
        super("catalog: none confirmed for environment " + environment + " (expected: version " + config
                + " or newer, confirmed within 15 s)");
    }
}
