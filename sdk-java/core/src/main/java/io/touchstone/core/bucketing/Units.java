package io.touchstone.core.bucketing;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.input.Utf8;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The identities of one person, device or group: 1 to {@value #MAX} ids by unit type. Ids are opaque, 1 to 256 bytes of UTF-8,
 * no lone surrogates. Immutable; looking up does not allocate.
 */
public final class Units {
    /** The most identities. */
    public static final int MAX = 4;
    /** The unit type where none is named. */
    public static final String USER = "user";

    /** Whatever its characters, but for surrogates, an id of that length has no more than 3 bytes each. */
    private static final int PLAIN_LENGTH = Limits.ID_BYTES / 3;

    private final String firstType;
    private final String firstId;
    /** Type, id, type, id of the further ones; null for one identity, the usual case. */
    private final String @Nullable [] further;

    private Units(String firstType, String firstId, String @Nullable [] further) {
        this.firstType = firstType;
        this.firstId = firstId;
        this.further = further;
    }

    /** A user. @throws InvalidInputException {@code id_invalid}, {@code text_surrogate} */
    public static Units user(String id) {
        return new Units(USER, checkedId(USER, id), null);
    }

    /** One identity. @throws InvalidInputException {@code key_invalid}, {@code id_invalid}, {@code text_surrogate} */
    public static Units of(String type, String id) {
        return new Units(Limits.key("units", type), checkedId(type, id), null);
    }

    /** Two identities of different types. @throws InvalidInputException as {@link #of(Map)} */
    public static Units of(String type1, String id1, String type2, String id2) {
        return of(type1, id1).and(type2, id2);
    }

    /**
     * Identities by type, kept in the map's order.
     *
     * @throws InvalidInputException {@code units_count}, {@code key_invalid}, {@code id_invalid}, {@code text_surrogate}
     */
    public static Units of(Map<String, String> ids) {
        Units units = null;
        for (Map.Entry<String, String> entry : ids.entrySet()) {
            units = units == null ? of(entry.getKey(), entry.getValue()) : units.and(entry.getKey(), entry.getValue());
        }
        if (units == null) {
            throw count(0);
        }
        return units;
    }

    /** These and one more. @throws InvalidInputException {@code duplicate} for a type that is there, and as {@link #of(Map)} */
    public Units and(String type, String id) {
        if (get(Limits.key("units", type)) != null) {
            throw InvalidInputException.of(FaultCode.DUPLICATE, "units", type, "every unit type once");
        }
        if (size() == MAX) {
            throw count(MAX + 1);
        }
        checkedId(type, id);
        String[] longer = further == null ? new String[2] : java.util.Arrays.copyOf(further, further.length + 2);
        longer[longer.length - 2] = type;
        longer[longer.length - 1] = id;
        return new Units(firstType, firstId, longer);
    }

    /** The id of that type, or null. */
    public @Nullable String get(String type) {
        if (type.equals(firstType)) {
            return firstId;
        }
        if (further != null) {
            for (int i = 0; i < further.length; i += 2) {
                if (type.equals(further[i])) {
                    return further[i + 1];
                }
            }
        }
        return null;
    }

    /** How many, 1 to {@value #MAX}. */
    public int size() {
        return further == null ? 1 : 1 + further.length / 2;
    }

    /** The type of identity {@code index}, in the order given. */
    public String typeAt(int index) {
        return index == 0 || further == null ? firstType : further[2 * index - 2];
    }

    /** The id of identity {@code index}, in the order given. */
    public String idAt(int index) {
        return index == 0 || further == null ? firstId : further[2 * index - 1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Units that && sorted().equals(that.sorted());
    }

    @Override
    public int hashCode() {
        return sorted().hashCode();
    }

    @Override
    public String toString() {
        return sorted().toString();
    }

    private Map<String, String> sorted() {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            map.put(typeAt(i), Objects.requireNonNull(idAt(i)));
        }
        return map;
    }

    /** The name is put together for a bad id only: good ones are read by the million. */
    private static String checkedId(String type, String id) {
        if (isPlain(id)) {
            return id;
        }
        int bytes = Utf8.length(id);
        return bytes > 0 && bytes <= Limits.ID_BYTES ? id : Limits.id("units." + type, id);
    }

    /**
     * True of short ids below the surrogates, which need no closer look. In a JVM that has met Latin-1 only the compiler leaves the
     * loop out, because no char there is that large: 2 ns for 16 chars, where counting bytes takes 6. Else the two are equal.
     */
    private static boolean isPlain(String id) {
        int length = id.length();
        if (length == 0 || length > PLAIN_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (id.charAt(i) >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static InvalidInputException count(int found) {
        return InvalidInputException.of("units_count", "units", found, "1 to " + MAX + " identities");
    }
}
