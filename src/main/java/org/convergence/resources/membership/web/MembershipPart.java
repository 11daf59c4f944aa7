package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member, on its page.
 *
 * @param memberships the latest first
 * @param headcounts the latest first; {@code null} where they may not be seen or there can be none
 * @param admit the address at which it is admitted; {@code null} where it is a member, or for who may not
 * @param declare the address at which a headcount is entered; {@code null} for who may not
 */
public record MembershipPart(
        List<Row> memberships,
        @Nullable List<Said> headcounts,
        @Nullable String admit,
        @Nullable String declare) {

    /**
     * A membership.
     *
     * @param detail from when to when, by which decision
     * @param edit where it is corrected, and ended; {@code null} for who may not
     * @param lasts whether it has no end
     */
    public record Row(
            String category,
            Tone tone,
            String state,
            String detail,
            @Nullable String edit,
            boolean lasts) {}

    /**
     * A headcount.
     *
     * @param withdraw where it is taken back; {@code null} for who may not
     */
    public record Said(
            String number, String detail, @Nullable String withdraw) {}
}
