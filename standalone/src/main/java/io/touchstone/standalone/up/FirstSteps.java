package io.touchstone.standalone.up;

import io.touchstone.console.bootstrap.Bootstrap;
import io.touchstone.standalone.folder.Secrets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What a first start leaves behind: the launcher's token, an administrator, a project to begin with. */
final class FirstSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FirstSteps() {}

    /**
     * Makes what is missing.
     *
     * @return the administrator's one-time password, if the account was made now
     */
    static Optional<String> take(Bootstrap bootstrap, Secrets secrets, ZoneId zone) {
        String token = secrets.operatorToken(Bootstrap::newTokenText);
        bootstrap.ensureLauncherToken(token).block(PATIENCE);
        bootstrap.ensureDefaultProject(zone).block(PATIENCE);
        return Optional.ofNullable(bootstrap.ensureAdminAccount().block(PATIENCE));
    }
}
