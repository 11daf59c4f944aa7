package org.convergence.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/** The compiled classes of the application, without tests, imported once for all tests of the architecture. */
public final class ApplicationClasses {

    // A soft reference: a hundred megabytes, which another test may need.
    private static SoftReference<@Nullable JavaClasses> known = new SoftReference<>(null);

    private ApplicationClasses() {}

    /** All classes of the application. */
    public static synchronized JavaClasses get() {
        JavaClasses classes = known.get();
        if (classes == null) {
            classes = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.convergence");
            known = new SoftReference<>(classes);
        }
        return classes;
    }
}
