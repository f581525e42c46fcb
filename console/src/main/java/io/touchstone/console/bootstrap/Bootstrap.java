package io.touchstone.console.bootstrap;

import io.touchstone.console.access.Accounts;
import io.touchstone.console.access.OperatorTokens;
import io.touchstone.console.project.Environment;
import io.touchstone.console.project.EnvironmentCreation;
import io.touchstone.console.project.Projects;
import java.time.ZoneId;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a first start needs. Every call may be repeated: what exists stays.
 *
 * <p>Nothing here blocks; a program that starts planes waits with {@code block()}.
 */
public final class Bootstrap {
    /** Name of the launcher's token. */
    public static final String LAUNCHER = "launcher";

    /** User name of the first administrator. */
    public static final String ADMIN = "admin";

    /** Key of the first project. */
    public static final String PROJECT = "default";

    /** Key of its environment. */
    public static final String ENVIRONMENT = "production";

    private final OperatorTokens tokens;
    private final Accounts accounts;
    private final Projects projects;
    private final EnvironmentCreation environments;
    private final TransactionalOperator transactions;

    public Bootstrap(
            OperatorTokens tokens,
            Accounts accounts,
            Projects projects,
            EnvironmentCreation environments,
            TransactionalOperator transactions) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.projects = projects;
        this.environments = environments;
        this.transactions = transactions;
    }

    /** The text of a new operator token, 44 characters; the caller keeps it in a file of mode 0600. */
    public static String newTokenText() {
        return OperatorTokens.newText();
    }

    /** Makes the text the launcher's token; the one before it ends. Only its hash is stored. */
    public Mono<Void> ensureLauncherToken(String text) {
        return tokens.set(LAUNCHER, text);
    }

    /**
     * Makes the account of an administrator where there is none.
     *
     * @return the one-time password to print, which has to be replaced at the first sign-in; empty when the account exists
     */
    public Mono<String> ensureAdminAccount() {
        return accounts.ensure(ADMIN);
    }

    /**
     * Makes project {@code default} with environment {@code production} when there is no project at all.
     *
     * @param zone whose calendar days count
     * @return the environment made; empty when there was a project
     */
    public Mono<Environment> ensureDefaultProject(ZoneId zone) {
        return projects.isEmpty()
                .filter(empty -> empty)
                .flatMap(empty -> projects.create(PROJECT, "Default"))
                .flatMap(project -> environments.create(project, ENVIRONMENT, "Production", zone))
                .as(transactions::transactional);
    }
}
