package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The desk of who answers for personal data.
 *
 * @param contact who that is, as it is published; {@code null} where it was not said
 */
public record PrivacyPage(@Nullable String contact, List<Line> requests, List<Line> incidents) {

    /** A request or an incident. */
    public record Line(String when, String what, String detail, String url, Tone tone, String word) {}
}
