package io.touchstone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What an application gets. */
class BundleTest {
    private static final Path JAR = Path.of(System.getProperty("touchstone.bundle"));
    private static final Path POM = Path.of(System.getProperty("touchstone.bundle.pom"));
    private static final String DATAFILE = """
            {"schema": 1, "environment": "tea/production", "version": 3, "publishedAt": "2026-11-22T07:00:00Z",
             "flags": [{"key": "greeting", "type": "string", "default": "hello", "enabled": true}]}""";

    @Test
    void jar_holdsNothingUnderAnotherName() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(classes(jar)).hasSizeGreaterThan(200).allMatch(name -> name.startsWith("io/touchstone/"));
            assertThat(classes(jar)).contains("io/touchstone/shaded/jackson/core/JsonFactory.class");
            for (String name : classes(jar)) {
                try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                    String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertThat(constants).as(name).doesNotContain("com/fasterxml", "com.fasterxml.jackson.core.Json");
                }
            }
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.startsWith("META-INF/services/"));
        }
    }

    @Test
    void pom_bringsNoDependencyIntoAnApplication() throws Exception {
        List<String> brought = new ArrayList<>();
        NodeList dependencies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(POM.toFile())
                .getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            boolean stays = text(dependency, "optional").equals("true")
                    || text(dependency, "scope").equals("test")
                    || text(dependency, "scope").equals("provided");
            if (!stays) {
                brought.add(text(dependency, "artifactId"));
            }
        }
        assertThat(dependencies.getLength()).isPositive();
        assertThat(brought).isEmpty();
    }

    @Test
    void signatures_nameNoShadedType() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                URLClassLoader alone = alone()) {
            List<String> offending = new ArrayList<>();
            for (String name : classes(jar)) {
                // OpenFeature's own types are not there to load.
                if (!name.startsWith("io/touchstone/shaded/") && !name.startsWith("io/touchstone/openfeature/")) {
                    Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'), false, alone);
                    signatures(type)
                            .filter(signature -> signature.contains("io.touchstone.shaded"))
                            .forEach(offending::add);
                }
            }
            assertThat(offending).isEmpty();
        }
    }

    @Test
    void client_withNothingElseOnTheClassPath_decides() throws Exception {
        try (URLClassLoader alone = alone()) {
            Class<?> type = alone.loadClass("io.touchstone.client.TouchstoneClient");
            Object builder = type.getMethod("builder").invoke(null);
            call(builder, "baseUri", URI.create("http://127.0.0.1:9"));
            call(builder, "apiKey", "tsk_server_none");
            call(builder, "bootstrap", DATAFILE);
            call(builder, "initLimit", Duration.ZERO);
            call(builder, "closeLimit", Duration.ZERO);
            Object client = call(builder, "build");
            try {
                Object decision =
                        type.getMethod("decide", String.class, String.class).invoke(client, "greeting", "anna");
                assertThat(call(decision, "asString", "mine")).isEqualTo("hello");
            } finally {
                call(client, "close");
            }
        }
    }

    private static URLClassLoader alone() throws IOException {
        return new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static List<String> classes(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .toList();
    }

    private static Stream<String> signatures(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return Stream.empty();
        }
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .map(Executable::toGenericString);
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        Method method = target.getClass().getMethod(name, types);
        return method.invoke(target, arguments);
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
