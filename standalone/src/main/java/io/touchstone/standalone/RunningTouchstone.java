package io.touchstone.standalone;

import io.touchstone.standalone.folder.DataFolder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the commands that talk to a running Touchstone find it, and the token with which they act as an operator.
 *
 * @param address such as {@code http://127.0.0.1:8080}
 */
public record RunningTouchstone(URI address, String token) {

    /**
     * {@code TOUCHSTONE_URL} and {@code TOUCHSTONE_TOKEN}, else what the Touchstone of the data folder left there.
     *
     * @throws RefusedException {@code not_started} if neither says
     */
    public static RunningTouchstone find(DataFolder folder, Map<String, String> environment) {
        URI address = variable(environment, "TOUCHSTONE_URL")
                .map(RunningTouchstone::parse)
                .or(folder::address)
                .orElseThrow(() -> notStarted(folder));
        String token = variable(environment, "TOUCHSTONE_TOKEN")
                .or(folder.secrets()::operatorToken)
                .orElseThrow(() -> notStarted(folder));
        return new RunningTouchstone(address, token);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static URI parse(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same sentence.
        }
        throw new RefusedException("usage", "TOUCHSTONE_URL: " + text + " (expected: such as http://127.0.0.1:8080)");
    }

    private static RefusedException notStarted(DataFolder folder) {
        return new RefusedException(
                "not_started",
                "data folder: " + folder.path()
                        + " has never been started (expected: a running Touchstone; start it with"
                        + " ./touchstone up, or name its folder with --data)");
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "RunningTouchstone[" + address + "]";
    }
}
