package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The addresses from which letters came back, on the page of their owner.
 *
 * @param works where it is said that one works again; {@code null} for who may not
 * @param back the page on which this stands
 */
public record ReturnedPart(List<Row> rows, @Nullable String works, String back) {

    /** An address, and what servers said of it. */
    public record Row(String address, Tone tone, String state, String detail) {}
}
