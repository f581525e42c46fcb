package io.touchstone.standalone.demo;

import io.touchstone.core.event.Event;
import io.touchstone.core.event.EventCodec;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.demo.count.CustomerEvents;
import io.touchstone.standalone.demo.count.PureCount;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.Tactic;
import io.touchstone.standalone.importing.Answer;
import io.touchstone.standalone.importing.ControlPlane;
import io.touchstone.standalone.importing.EventBatch;
import io.touchstone.standalone.importing.EventSender;
import io.touchstone.standalone.importing.ImportStop;
import io.touchstone.standalone.importing.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Brings the past of one tactic in: an import of its customers, opened, sent, sealed; and counts them here as well. */
final class HistoryImport {
    private static final byte[] END = {']', '}'};

    private final ControlPlane plane;
    private final CustomerEvents events;
    private final PureCount expected;

    /** @param expected counts what is sent */
    HistoryImport(ControlPlane plane, CustomerEvents events, PureCount expected) {
        this.plane = plane;
        this.events = events;
        this.expected = expected;
    }

    /** Sends the customers, unless an earlier run of the demo has; the import is sealed afterwards. */
    void run(Tactic tactic, List<Customer> customers, EventSender sender, Progress progress)
            throws ImportStop, InterruptedException {
        Answer answer = plane.openImport(plane.object()
                .put("experiment", tactic.key())
                .put("fileSha256", sha256(tactic))
                .put("rows", (long) customers.size()));
        if (!answer.isSuccess()) {
            throw new RefusedException(
                    "demo_import_refused",
                    "experiment " + tactic.key() + ": takes no history, " + answer.problem()
                            + " (expected: as the demo left it; choose an empty folder with --data)");
        }
        String id = answer.body().path("id").asString("");
        boolean sealed = answer.body().path("state").asString("").equals("sealed");
        Body body = new Body(id);
        for (Customer customer : customers) {
            List<Event> own = events.past(customer);
            expected.add(customer, own);
            if (sealed) {
                progress.add(1);
            } else if (body.add(own)) {
                sender.send(body.take());
            }
        }
        if (!sealed) {
            sender.send(body.take());
            sender.finish();
            if (sender.refusedRows() > 0) {
                throw new RefusedException(
                        "demo_import_refused",
                        "experiment " + tactic.key() + ": the server refused some of the history (expected: none of it;"
                                + " please report this with logs/touchstone.log, and try an empty folder with --data)");
            }
            plane.seal(id, plane.object().put("rows", (long) customers.size()));
        }
    }

    /** What tells this history from another one. */
    private String sha256(Tactic tactic) {
        String text = "touchstone demo\n" + events.history().seed() + "\n"
                + events.history().moment() + "\n" + tactic.key();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (expected: every Java platform has it)", e);
        }
    }

    /** A body of events under construction. */
    private static final class Body {
        /** Room for the events of one more customer. */
        private static final int CUSTOMER_EVENTS = 80;

        private static final int CUSTOMER_BYTES = 400 * CUSTOMER_EVENTS;

        private final byte[] begin;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(EventBatch.MAX_BYTES);
        private int count;
        private int customers;

        Body(String importId) {
            this.begin = ("{\"import\":\"" + importId + "\",\"events\":[").getBytes(StandardCharsets.US_ASCII);
            bytes.writeBytes(begin);
        }

        /** Adds a customer; true if there is no room for another. */
        boolean add(List<Event> events) {
            for (Event event : events) {
                if (count++ > 0) {
                    bytes.write(',');
                }
                bytes.writeBytes(EventCodec.write(event));
            }
            customers++;
            return count + CUSTOMER_EVENTS > EventBatch.MAX_EVENTS
                    || bytes.size() + CUSTOMER_BYTES > EventBatch.MAX_BYTES;
        }

        EventBatch take() {
            bytes.writeBytes(END);
            EventBatch batch = new EventBatch(gzip(bytes.toByteArray()), Collections.nCopies(count, 0L), customers);
            bytes.reset();
            bytes.writeBytes(begin);
            count = 0;
            customers = 0;
            return batch;
        }

        private static byte[] gzip(byte[] plain) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
            try (GZIPOutputStream out = new GZIPOutputStream(packed) {
                {
                    def.setLevel(Deflater.BEST_SPEED);
                }
            }) {
                out.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // an array takes every byte
            }
            return packed.toByteArray();
        }
    }
}
