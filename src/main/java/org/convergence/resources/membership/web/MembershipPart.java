package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The membership section of an organisation's or a person's page.
 *
 * @param facts the three facts about a current member; empty for others
 * @param memberships the latest first
 * @param headcounts the latest first; {@code null} without the permission, or for a person
 * @param admit address of the admission; {@code null} for a member, or without the permission
 * @param declare address that records a headcount; {@code null} without the permission
 * @param contact the billing contact; {@code null} if not shown
 */
public record MembershipPart(
        List<MemberFact> facts,
        List<MembershipRow> memberships,
        @Nullable List<HeadcountRow> headcounts,
        @Nullable String admit,
        @Nullable String declare,
        @Nullable BillingContactLine contact) {

    /**
     * A membership.
     *
     * @param detail first and last day, and the decisions
     * @param edit address that corrects it; {@code null} without the permission
     * @param lasts whether it has no end
     */
    public record MembershipRow(
            String category,
            Tone tone,
            String state,
            String detail,
            @Nullable String edit,
            boolean lasts) {}

    /**
     * A headcount.
     *
     * @param counts a note that the headcount counts, today or on its day; {@code null} otherwise
     * @param withdraw address that withdraws it; {@code null} without the permission
     * @param confirm address that confirms it; {@code null} without the permission, or if it is confirmed
     */
    public record HeadcountRow(
            String number,
            @Nullable String counts,
            String detail,
            @Nullable String withdraw,
            @Nullable String confirm) {}

    /** The billing contact in words, and the address that changes it. */
    public record BillingContactLine(String said, String url) {}

    /** A fact (admitted, in good standing, paid) with its details. */
    public record MemberFact(String name, Tone tone, String word, String detail) {}
}
