package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member, on its page.
 *
 * @param facts the three facts of who is a member today, side by side; empty for who is none
 * @param memberships the latest first
 * @param headcounts the latest first; {@code null} where they may not be seen or there can be none
 * @param admit the address at which it is admitted; {@code null} where it is a member, or for who may not
 * @param declare the address at which a headcount is entered; {@code null} for who may not
 * @param contact to whom letters about dues go; {@code null} where that is not shown
 */
public record MembershipPart(
        List<Fact> facts,
        List<Row> memberships,
        @Nullable List<Said> headcounts,
        @Nullable String admit,
        @Nullable String declare,
        @Nullable Contact contact) {

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
     * @param counts that it counts: today, or of several for its day on that day; {@code null} where that need not be said
     * @param withdraw where it is taken back; {@code null} for who may not
     * @param confirm where it is said to be checked; {@code null} for who may not, or where it is
     */
    public record Said(
            String number,
            @Nullable String counts,
            String detail,
            @Nullable String withdraw,
            @Nullable String confirm) {}

    /** To whom letters about dues and headcount go, in words, and where it is said. */
    public record Contact(String said, String url) {}

    /** One of admitted, in good standing and paid, with what is known of it. */
    public record Fact(String name, Tone tone, String word, String detail) {}
}
