package io.touchstone.vectors;

/** Puts the cases of one method to the library. */
@FunctionalInterface
public interface Adapter {

    /**
     * What the library says.
     *
     * @throws IllegalArgumentException as the library throws it for input that no data can be; counts as a refusal
     * @throws UnmappedException for a case that this adapter cannot put
     */
    Answer answer(VectorCase vector);
}
