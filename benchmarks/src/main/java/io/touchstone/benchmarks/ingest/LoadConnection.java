package io.touchstone.benchmarks.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that posts batches whose bytes lie ready and reads the answers. Written on a socket because a full HTTP client
 * would use more of the two cores than what is measured leaves over.
 */
final class LoadConnection implements AutoCloseable {

    private static final int OK = 200;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    LoadConnection(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request that posts these events. */
    static byte[] request(String body) {
        String head = "POST /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: " + IngestPublication.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Posts and waits for the answer.
     *
     * @return whether the batch was accepted; false: refused with 429 or 503
     * @throws IllegalStateException for any other answer
     */
    boolean post(byte[] request, int events) {
        try {
            out.write(request);
            out.flush();
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            header.substring(header.indexOf(':') + 1).strip());
                }
            }
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (status == OK && body.startsWith("{\"accepted\":" + events + ",")) {
                return true;
            }
            if (status == 429 || status == 503) {
                return false;
            }
            throw new IllegalStateException("answer: " + status + " " + body + " (expected: " + events + " accepted)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("connection: closed by the server (expected: an answer)");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
