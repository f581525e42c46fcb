package io.touchstone.core.condition;

/**
 * Why a leaf could not be true.
 *
 * @param attribute the attribute the leaf asks for
 * @param kind what is wrong with it
 */
public record ConditionNote(String attribute, Kind kind) {
    /** What is wrong. */
    public enum Kind {
        /** The attribute is missing. */
        MISSING("missing"),
        /** The attribute has a type the leaf cannot compare with. */
        TYPE("type");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** The word in trails and vectors. */
        public String wireName() {
            return wireName;
        }
    }
}
