package org.convergence.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/** Our own classes as they are compiled, without the tests: read once for all tests of the house. */
public final class House {

    // A hundred megabytes, which a test that needs the memory may have.
    private static SoftReference<@Nullable JavaClasses> known = new SoftReference<>(null);

    private House() {}

    /** All classes of the application. */
    public static synchronized JavaClasses classes() {
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
