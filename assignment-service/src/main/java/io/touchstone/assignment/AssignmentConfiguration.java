package io.touchstone.assignment;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.touchstone.assignment.access.AccessGate;
import io.touchstone.assignment.access.CrossOriginFilter;
import io.touchstone.assignment.access.RateLimiter;
import io.touchstone.assignment.datafile.DatafileHandler;
import io.touchstone.assignment.datafile.DatafileStream;
import io.touchstone.assignment.datafile.StreamLimits;
import io.touchstone.assignment.exposure.ExposureRecorder;
import io.touchstone.assignment.exposure.ExposureTokens;
import io.touchstone.assignment.health.DataPlaneHealth;
import io.touchstone.assignment.http.EventLoopAnswers;
import io.touchstone.assignment.http.LostCalls;
import io.touchstone.assignment.http.ServerLimits;
import io.touchstone.assignment.ingestion.EventsHandler;
import io.touchstone.assignment.kafka.EventLog;
import io.touchstone.assignment.kafka.EventLogSettings;
import io.touchstone.assignment.kafka.RecordEncoder;
import io.touchstone.assignment.ofrep.OfrepHandler;
import io.touchstone.assignment.pseudonym.MasterKey;
import io.touchstone.assignment.pseudonym.Pseudonymizer;
import io.touchstone.assignment.publication.DiskCopy;
import io.touchstone.assignment.publication.PublicationReader;
import io.touchstone.assignment.publication.Snapshots;
import io.touchstone.model.Topics;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The data plane as Spring beans, to be imported. The application gives an {@link AssignmentSettings}, a
 * {@link ConnectionFactory} of PostgreSQL (one connection is kept), a {@link MeterRegistry}, an {@link InstantSource}
 * where it wants another clock than the system's, and {@link StreamLimits} where it wants others than the standard; if it has Spring Security, it lets {@link #PATHS} pass, which have keys
 * of their own.
 */
@Configuration(proxyBeanMethods = false)
@Import(DataPlaneRoutes.class)
public class AssignmentConfiguration {
    /** Path patterns of the data plane, which checks its own API keys. */
    public static final List<String> PATHS =
            List.of("/ofrep/v1/**", DataPlaneRoutes.DATAFILE, DataPlaneRoutes.STREAM, DataPlaneRoutes.EVENTS);

    @Bean
    Snapshots snapshots() {
        return new Snapshots();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PublicationReader publicationReader(
            AssignmentSettings settings,
            ConnectionFactory connections,
            Snapshots snapshots,
            ObjectProvider<InstantSource> clock,
            MeterRegistry meters) {
        return new PublicationReader(connections, new DiskCopy(settings.copies()), snapshots, clockOf(clock), meters);
    }

    @Bean
    Pseudonymizer pseudonymizer(AssignmentSettings settings) {
        return new Pseudonymizer(MasterKey.read(settings.masterKey()));
    }

    @Bean
    EventLog eventLog(AssignmentSettings settings) {
        return new EventLog(EventLogSettings.standard(settings.bootstrapServers(), Topics.EVENTS));
    }

    @Bean
    ExposureTokens exposureTokens(Pseudonymizer pseudonymizer) {
        return new ExposureTokens(pseudonymizer);
    }

    @Bean
    ExposureRecorder exposureRecorder(Pseudonymizer pseudonymizer, EventLog eventLog, MeterRegistry meters) {
        return new ExposureRecorder(new RecordEncoder(pseudonymizer), eventLog, meters);
    }

    @Bean
    AccessGate accessGate(Snapshots snapshots) {
        return new AccessGate(snapshots);
    }

    @Bean
    RateLimiter rateLimiter() {
        return new RateLimiter(System::nanoTime);
    }

    @Bean
    CrossOriginFilter crossOriginFilter(Snapshots snapshots) {
        return new CrossOriginFilter(snapshots);
    }

    @Bean
    LostCalls lostCalls() {
        return new LostCalls();
    }

    @Bean
    ServerLimits serverLimits() {
        return ServerLimits.standard();
    }

    @Bean
    EventLoopAnswers eventLoopAnswers() {
        return new EventLoopAnswers();
    }

    @Bean
    OfrepHandler ofrepHandler(
            AccessGate gate,
            RateLimiter rates,
            ExposureRecorder recorder,
            ExposureTokens tokens,
            ObjectProvider<InstantSource> clock) {
        return new OfrepHandler(gate, rates, recorder, tokens, clockOf(clock));
    }

    @Bean
    DatafileHandler datafileHandler(AccessGate gate, RateLimiter rates) {
        return new DatafileHandler(gate, rates);
    }

    @Bean
    DatafileStream datafileStream(
            AccessGate gate,
            RateLimiter rates,
            Snapshots snapshots,
            ObjectProvider<StreamLimits> limits,
            MeterRegistry meters) {
        return new DatafileStream(gate, rates, snapshots, limits.getIfAvailable(StreamLimits::standard), meters);
    }

    @Bean
    EventsHandler eventsHandler(
            AccessGate gate,
            RateLimiter rates,
            Pseudonymizer pseudonymizer,
            ExposureTokens tokens,
            EventLog eventLog,
            ObjectProvider<InstantSource> clock,
            MeterRegistry meters) {
        return new EventsHandler(
                gate, rates, new RecordEncoder(pseudonymizer), tokens, eventLog, clockOf(clock), meters);
    }

    @Bean
    DataPlaneHealth dataPlaneHealth(Snapshots snapshots, PublicationReader publications, EventLog eventLog) {
        return new DataPlaneHealth(snapshots, publications, eventLog);
    }

    private static InstantSource clockOf(ObjectProvider<InstantSource> clock) {
        return clock.getIfAvailable(InstantSource::system);
    }
}
