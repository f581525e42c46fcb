package io.touchstone.benchmarks.evaluate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Who is asked about.
 *
 * @param id 16 characters
 * @param country two letters
 * @param age in years
 */
public record User(String id, String country, int age) {

    /** The countries the experiment is for. */
    public static final List<String> TARGETED = List.of("US", "CA", "GB", "DE");

    /** Smallest age the experiment is for. */
    public static final int ADULT = 18;

    private static final int ID_LENGTH = 16;
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> OTHER_COUNTRIES = List.of("FR", "JP", "BR", "IN");
    private static final double IN_TARGETED_COUNTRY = 0.95;
    private static final int YOUNGEST = 14;
    private static final int OLDEST = 80;

    /** The same users for the same seed; about nine of ten are targeted. */
    public static User[] draw(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> draw(random)).limit(count).toArray(User[]::new);
    }

    private static User draw(SplittableRandom random) {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        List<String> countries = random.nextDouble() < IN_TARGETED_COUNTRY ? TARGETED : OTHER_COUNTRIES;
        // As a request brings it: a text of its own, not the constant that the condition holds.
        String country =
                new String(countries.get(random.nextInt(countries.size())).toCharArray());
        return new User(id.toString(), country, random.nextInt(YOUNGEST, OLDEST + 1));
    }
}
