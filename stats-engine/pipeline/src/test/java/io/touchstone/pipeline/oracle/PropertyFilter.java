package io.touchstone.pipeline.oracle;

import java.util.List;
import java.util.stream.Collectors;

/** A metric's condition over an event's properties, as catalog JSON and as SQL over the table {@code property}. */
sealed interface PropertyFilter {

    /** The condition as it stands in the catalog (docs/formats/datafile.md). */
    String json();

    /** A truth value for the row {@code e} of the table {@code counted}; false for a missing property. */
    String sql();

    record Eq(String attribute, Object value) implements PropertyFilter {
        @Override
        public String json() {
            return "{\"attribute\":" + Json.of(attribute) + ",\"op\":\"eq\",\"value\":" + Json.of(value) + "}";
        }

        @Override
        public String sql() {
            return property(attribute, Json.column(value) + " = " + Json.literal(value));
        }
    }

    record In(String attribute, List<Object> values) implements PropertyFilter {
        @Override
        public String json() {
            return "{\"attribute\":" + Json.of(attribute) + ",\"op\":\"in\",\"values\":"
                    + values.stream().map(Json::of).collect(Collectors.joining(",", "[", "]")) + "}";
        }

        @Override
        public String sql() {
            return property(
                    attribute,
                    values.stream()
                            .map(value -> Json.column(value) + " = " + Json.literal(value))
                            .collect(Collectors.joining(" OR ", "(", ")")));
        }
    }

    /** @param op {@code gt}, {@code gte}, {@code lt} or {@code lte} */
    record Compare(String op, String attribute, double bound) implements PropertyFilter {
        @Override
        public String json() {
            return "{\"attribute\":" + Json.of(attribute) + ",\"op\":" + Json.of(op) + ",\"value\":" + Json.of(bound)
                    + "}";
        }

        @Override
        public String sql() {
            String operator = (op.startsWith("g") ? ">" : "<") + (op.endsWith("e") ? "=" : "");
            return property(attribute, "p.number " + operator + " " + bound);
        }
    }

    record Exists(String attribute) implements PropertyFilter {
        @Override
        public String json() {
            return "{\"attribute\":" + Json.of(attribute) + ",\"op\":\"exists\"}";
        }

        @Override
        public String sql() {
            return property(attribute, "true");
        }
    }

    record All(List<PropertyFilter> of) implements PropertyFilter {
        @Override
        public String json() {
            return group("all", of);
        }

        @Override
        public String sql() {
            return joined(of, " AND ");
        }
    }

    record Any(List<PropertyFilter> of) implements PropertyFilter {
        @Override
        public String json() {
            return group("any", of);
        }

        @Override
        public String sql() {
            return joined(of, " OR ");
        }
    }

    record None(List<PropertyFilter> of) implements PropertyFilter {
        @Override
        public String json() {
            return group("none", of);
        }

        @Override
        public String sql() {
            return "NOT " + joined(of, " OR ");
        }
    }

    private static String property(String key, String test) {
        return "e.seq IN (SELECT p.seq FROM property p WHERE p.key = " + Json.literal(key) + " AND " + test + ")";
    }

    private static String joined(List<PropertyFilter> parts, String operator) {
        return parts.stream().map(PropertyFilter::sql).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String group(String op, List<PropertyFilter> parts) {
        return "{\"of\":" + parts.stream().map(PropertyFilter::json).collect(Collectors.joining(",", "[", "]"))
                + ",\"op\":" + Json.of(op) + "}";
    }
}
