package io.touchstone.pipeline.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Loads engine and oracle a second time, one class of the engine altered on the way. Everything else comes from the parent.
 */
final class FaultyEngineLoader extends ClassLoader {

    private static final String SECOND_TIME = "io.touchstone.pipeline.";

    private final @Nullable PlantedFault fault;

    /** @param fault null loads the engine as it is */
    FaultyEngineLoader(@Nullable PlantedFault fault) {
        super(FaultyEngineLoader.class.getClassLoader());
        this.fault = fault;
    }

    /** An {@link AgreementCheck} of the altered engine; closeable. */
    LongPredicate agreementCheck() throws ReflectiveOperationException {
        return (LongPredicate) loadClass(AgreementCheck.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(SECOND_TIME)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            if (fault != null && name.equals(fault.className())) {
                bytes = fault.plant(bytes);
            }
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
