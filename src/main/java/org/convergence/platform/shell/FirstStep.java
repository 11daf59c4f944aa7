package org.convergence.platform.shell;

import java.util.function.BooleanSupplier;

/**
 * A first step of an organisation new to Convergence, on the home page until it is done: a bean of this type. The SELECTs
 * of all modules are read in one query. Its messages: its key (what to bring), and the key with {@code .gives} (what it
 * gives back) and {@code .act} (the button).
 *
 * @param order position among the steps, in tens
 * @param permission the permission required to do it
 * @param url the page on which it is done
 * @param offered whether it can be done in this installation
 * @param sql a SELECT of one boolean: whether it was done, by anyone
 */
public record FirstStep(int order, String key, String permission, String url, BooleanSupplier offered, String sql) {

    /** A step that can be done everywhere. */
    public static FirstStep of(int order, String key, String permission, String url, String sql) {
        return new FirstStep(order, key, permission, url, () -> true, sql);
    }
}
