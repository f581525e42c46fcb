package io.touchstone.assignment;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** A caller of the stream over real HTTP: keeps every line. */
final class OpenStream implements AutoCloseable, Flow.Subscriber<String> {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<Void>> answer;
    private volatile boolean ended;

    OpenStream(HttpRequest.Builder request) {
        this.answer = CLIENT.sendAsync(request.GET().build(), info -> {
            head.complete(info);
            return BodyHandlers.fromLineSubscriber(this).apply(info);
        });
    }

    /** Status and headers. */
    HttpResponse.ResponseInfo head() {
        return head.join();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Ids of the events so far. */
    List<String> ids() {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }

    long heartbeats() {
        return lines.stream().filter(":"::equals).count();
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable error) {
        ended = true;
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @Override
    public void close() {
        answer.cancel(true);
    }
}
