package io.touchstone.standalone.up;

import io.touchstone.standalone.folder.DataFolder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a start, in their order. */
final class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    private final UpOptions options;
    private final DataFolder folder;
    private final StepLog steps;
    private final Servers servers;
    private final Planes planes;

    Start(UpOptions options, DataFolder folder, Map<String, String> environment, ShutdownOrder order, StepLog steps) {
        this.options = options;
        this.folder = folder;
        this.steps = steps;
        this.servers = new Servers(options, folder, environment, order, steps);
        this.planes = new Planes(options, folder, environment, order, steps);
    }

    /** What {@link Planes#password} says after {@link #run}. */
    Optional<String> password() {
        return planes.password();
    }

    void run() {
        steps.line("Touchstone, data in " + folder.path());
        if (options.allInOne()) {
            everything();
        } else {
            onePlane(options.parts().iterator().next());
        }
    }

    private void everything() {
        // Side by side: each of them waits on the disk and on its own threads half of its time.
        FutureTask<String> kafka = new FutureTask<>(servers::kafka);
        // A thread of its own inherits the class loader of the program's jar; those of the common pool do not.
        Thread.ofPlatform().name("broker-start").start(kafka);
        DatabaseAddress database;
        try {
            database = servers.database();
        } catch (RuntimeException e) {
            // Its step has to end before the stop, so that nothing is left running.
            awaitQuietly(kafka);
            throw e;
        }
        String bootstrap = await(kafka);
        planes.migrate(database);
        planes.startPipeline(database, bootstrap);
        planes.startHttp(database, bootstrap);
    }

    private void onePlane(Part part) {
        switch (part) {
            case DATABASE -> {
                DatabaseAddress database = servers.database();
                steps.line("Ready after " + steps.elapsed() + ": " + database.jdbcUrl() + ", user " + database.user()
                        + ", password in " + folder.part("secrets").resolve("database.password"));
            }
            case BROKER -> {
                String kafka = servers.kafka();
                steps.line("Ready after " + steps.elapsed() + ": " + kafka);
            }
            case PIPELINE -> {
                DatabaseAddress database = servers.database();
                planes.startPipeline(database, servers.kafka());
                if (options.servesHealthOnly()) {
                    planes.startHealth(database);
                }
                steps.line("Ready after " + steps.elapsed());
            }
            case CONSOLE -> {
                DatabaseAddress database = servers.database();
                planes.migrate(database);
                planes.startHttp(database);
            }
            case ASSIGNMENT -> planes.startHttp(servers.database(), servers.kafka());
        }
    }

    private static String await(FutureTask<String> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the broker did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShutdownOrder.StoppingException();
        }
    }

    private static void awaitQuietly(FutureTask<String> task) {
        try {
            await(task);
        } catch (RuntimeException e) {
            LOG.info("The broker did not start either", e);
        }
    }
}
