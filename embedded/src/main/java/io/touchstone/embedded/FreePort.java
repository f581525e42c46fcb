package io.touchstone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine. The answers are of the moment: someone else may take the port before it is used. */
public final class FreePort {
    private FreePort() {}

    /** A port of 127.0.0.1 on which nobody listens, 1..65535. */
    public static int pick() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "no_free_port", "port: any (expected: a free port on 127.0.0.1, but the system gave none)", e);
        }
    }

    /** Whether {@code port} can be listened on at {@code host} right now. */
    public static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier run in TIME_WAIT do not count as busy.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
