package io.touchstone.pipeline.stream;

import io.touchstone.model.cell.CellSums;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Adds to cells that live in a state store; a cell that became nothing is removed. */
final class CellStore {

    private final KeyValueStore<Bytes, byte[]> store;

    CellStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void add(Bytes cellKey, CellSums change) {
        byte[] known = store.get(cellKey);
        if (known == null) {
            store.put(cellKey, CellKeyCodec.encode(change));
            return;
        }
        CellSums sums = CellKeyCodec.decode(known);
        sums.add(change);
        if (sums.isZero()) {
            store.delete(cellKey);
        } else {
            store.put(cellKey, CellKeyCodec.encode(sums));
        }
    }
}
