package org.convergence.platform.imports;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The names of an {@link ImportKind}, on its class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ImportedList {

    /** Its stable name, {@code module.things}, stored with the files. */
    String name();

    /**
     * The prefix of its message keys, for instance {@code people.import}: this, {@code .lead}, {@code .work}, {@code
     * .undo.work} and, for each kind of record in the ledger, {@code .made.THING}.
     */
    String key();

    /** Message key of the name of its records. */
    String label();
}
