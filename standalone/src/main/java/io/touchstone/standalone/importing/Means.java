package io.touchstone.standalone.importing;

/** How means are tested, declared before the data. */
enum Means {
    GUARDED("guarded"),
    WELCH("welch");

    private final String text;

    Means(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
