package io.touchstone.standalone;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

/** All production classes of the house, read once for the tests that keep its rules. */
final class House {

    private House() {}

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(House::isProduction).importPackages("io.touchstone");

    static JavaClasses classes() {
        return CLASSES;
    }

    static String packagesOf(String module) {
        return "io.touchstone." + module + "..";
    }

    private static boolean isProduction(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}
