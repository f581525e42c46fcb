package io.touchstone.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers byte by byte as told, one connection a request. */
final class HostileServer implements AutoCloseable {
    /** Writes an answer; the connection is closed when it returns or throws. */
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger datafileCalls = new AtomicInteger();
    private final AtomicInteger streamCalls = new AtomicInteger();
    private volatile Answer datafile;
    private volatile Answer stream;

    HostileServer(Answer datafile, Answer stream) throws IOException {
        this.datafile = datafile;
        this.stream = stream;
        start(this::acceptAll);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    void answerDatafile(Answer next) {
        datafile = next;
    }

    void answerStream(Answer next) {
        stream = next;
    }

    int datafileCalls() {
        return datafileCalls.get();
    }

    int streamCalls() {
        return streamCalls.get();
    }

    /** Connections that nobody has closed yet. */
    int openConnections() {
        return connections.size();
    }

    /** A complete answer. */
    static Answer answer(String status, String headers, byte[] body) {
        return out -> {
            out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n"
                            + headers + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        };
    }

    /** A datafile as it should be. */
    static Answer good(String datafile) {
        return answer("200 OK", "Content-Type: application/json\r\n", datafile.getBytes(StandardCharsets.UTF_8));
    }

    static Answer status(String status) {
        return answer(status, "", new byte[0]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String head = head(connection.getInputStream());
            boolean ofStream = head.startsWith("GET /api/v1/datafile/stream ");
            (ofStream ? streamCalls : datafileCalls).incrementAndGet();
            (ofStream ? stream : datafile).write(connection.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // the client has had enough, or the test is over
        } finally {
            connections.remove(connection);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }
}
