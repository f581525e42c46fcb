package io.touchstone.embedded.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Resolves {@link TestDatabase} and {@link TestBroker} parameters, embedded by default, from containers when the
 * environment says {@code TOUCHSTONE_TEST_BACKEND=containers}. Used through {@link WithPostgres} and {@link WithKafka}.
 */
public final class BackendExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(BackendExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == TestBroker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class ? databaseOf(context) : TestBroker.shared();
    }

    /** Kept in the store of the outermost test class, which closes it; nested classes share it. */
    private static TestDatabase databaseOf(ExtensionContext context) {
        ExtensionContext owner = context;
        for (ExtensionContext at = context;
                at.getTestClass().isPresent();
                at = at.getParent().orElseThrow()) {
            owner = at;
        }
        Class<?> test = owner.getRequiredTestClass();
        return owner.getStore(NAMESPACE)
                .computeIfAbsent(TestDatabase.class, key -> TestDatabase.create(test), TestDatabase.class);
    }
}
