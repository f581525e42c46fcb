package io.touchstone.assignment.http;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import reactor.netty.http.server.HttpServer;

/**
 * Limits of the HTTP server against slow and oversized requests. Boot has properties for some of them, but none for the
 * time a request may take to arrive.
 */
public final class ServerLimits
        implements NettyServerCustomizer, WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final int MAX_INITIAL_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int BACKLOG = 1024;

    private final Duration readTimeout;
    private final Duration requestTimeout;
    private final Duration idleTimeout;

    /**
     * @param readTimeout longest pause between two reads of a request
     * @param requestTimeout longest time until a request is complete, its body included
     * @param idleTimeout how long a kept-alive connection may stay silent
     */
    public ServerLimits(Duration readTimeout, Duration requestTimeout, Duration idleTimeout) {
        this.readTimeout = readTimeout;
        this.requestTimeout = requestTimeout;
        this.idleTimeout = idleTimeout;
    }

    /** 10 s between reads, 30 s for a request, 75 s idle. */
    public static ServerLimits standard() {
        return new ServerLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(75));
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.readTimeout(readTimeout)
                .requestTimeout(requestTimeout)
                .idleTimeout(idleTimeout)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .httpRequestDecoder(decoder ->
                        decoder.maxInitialLineLength(MAX_INITIAL_LINE).maxHeaderSize(MAX_HEADERS));
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this);
    }
}
