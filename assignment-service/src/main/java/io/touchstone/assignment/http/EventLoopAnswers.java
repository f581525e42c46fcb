package io.touchstone.assignment.http;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Every answer is written from its connection's own thread.
 *
 * <p>Reactor Netty (1.3.6, and 1.3.8) sends an answer written by another thread before it notes that the request has ended. A
 * next request that comes in between is set aside and may never be taken up again: one in ten on a kept connection whose last
 * batch a worker had refused.
 */
public final class EventLoopAnswers implements HttpHandlerDecoratorFactory {
    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(request, new Answer(response));
    }

    private static final class Answer extends ServerHttpResponseDecorator {
        private final Scheduler eventLoop;

        Answer(ServerHttpResponse response) {
            super(response);
            this.eventLoop = eventLoopOf(getNativeResponse(response));
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(body).subscribeOn(eventLoop);
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(body).subscribeOn(eventLoop);
        }

        @Override
        public Mono<Void> setComplete() {
            return super.setComplete().subscribeOn(eventLoop);
        }

        private static Scheduler eventLoopOf(HttpServerResponse response) {
            Scheduler[] found = {Schedulers.immediate()};
            response.withConnection(connection ->
                    found[0] = Schedulers.fromExecutor(connection.channel().eventLoop()));
            return found[0];
        }
    }
}
