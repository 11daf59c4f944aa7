package org.convergence.resources.membership.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.jspecify.annotations.Nullable;

/**
 * The members on a day.
 *
 * @param lead the total and the day
 * @param categories options
 * @param tally the number of each category, in words
 * @param headcounts whether headcounts are shown
 * @param standings whether good standing and payments are shown
 * @param none whether there is no category yet, so that the page proposes to add one
 */
public record MemberListPage(
        ListFrame frame,
        String lead,
        List<Option> categories,
        List<String> tally,
        List<MemberListRow> rows,
        boolean headcounts,
        boolean standings,
        boolean mayAdmit,
        boolean mayConfirm,
        boolean none) {

    static final String LIST = "/resources/membership";
    static final String CATEGORIES = LIST + "/categories";

    /** A part of the name. */
    static final Field<String> WORDS =
            Field.text("q", "membership.field.name", 1_000).optional();

    static final Field<UUID> CATEGORY =
            Field.id("category", "membership.field.category").optional();

    /** The day; today by default. */
    public static final Field<LocalDate> ON =
            Field.date("on", "membership.filter.on").optional();

    static String membership(UUID id) {
        return LIST + "/" + id;
    }

    static String category(UUID id) {
        return CATEGORIES + "/" + id;
    }

    static MemberFilter filter(FormValues answers, LocalDate today) {
        UUID category = answers.find(CATEGORY);
        return new MemberFilter(
                Objects.requireNonNullElse(answers.find(ON), today),
                category == null ? null : new CategoryId(category),
                TextNormalizer.fold(answers.textOrEmpty(WORDS)));
    }

    /**
     * A member.
     *
     * @param headcount in words; empty if there is none, or without the permission
     * @param standing good standing; {@code null} if not shown
     * @param paid payments; {@code null} if not shown
     */
    public record MemberListRow(
            String name,
            String shortName,
            String url,
            String category,
            String since,
            String headcount,
            boolean carriedOver,
            MembershipPart.@Nullable MemberFact standing,
            MembershipPart.@Nullable MemberFact paid) {}
}
