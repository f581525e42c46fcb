package io.touchstone.standalone.demo;

import java.nio.file.Path;
import java.util.List;

/** Keeps openings in the file of the demo's memory. */
final class DemoDiary implements LiveShop.Diary {
    private final Path file;
    private final List<Opening> earlier;
    private DemoMemory memory;

    DemoDiary(DemoMemory memory, Path file) {
        this.memory = memory;
        this.file = file;
        this.earlier = memory.openings();
    }

    @Override
    public List<Opening> earlier() {
        return earlier;
    }

    @Override
    public void note(Opening opening) {
        memory = memory.after(opening);
        memory.write(file);
    }
}
