package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.chart.ShareBar.Share;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.spending.MatchFormatter.MatchPart;
import org.jspecify.annotations.Nullable;

/**
 * An agreement.
 *
 * @param bar spent, committed and left, drawn
 * @param standing the same in words, beside the share of time gone
 * @param shares the bar with its amounts, for paper
 * @param forecast what it will have cost at its end, and how this is computed
 * @param awaited the people and funders awaited, with what and when, the first day first
 * @param facts label and value, in order
 * @param match asked beside the funder's money; {@code null} if none is asked
 * @param matchNone what is said where none is noted
 * @param matchUrl address of the page that keeps it; {@code null} without the permission
 * @param isClosed whether nothing is expected of it any longer
 * @param reports address of its financial reports; {@code null} without the permission
 * @param remittances address of the money sent to partners; {@code null} without the permission
 * @param closing {@code null} until 90 days before its end
 * @param form adds a deliverable or an instalment; {@code null} without the permission
 */
public record AgreementPage(
        String url,
        String title,
        String lead,
        List<BarSegment> bar,
        String standing,
        List<Share> shares,
        List<String> forecast,
        List<String> awaited,
        List<AgreementFact> facts,
        List<AgreementLinePart> lines,
        AgreementLinePart total,
        List<AgreementDuePart> dues,
        @Nullable Form form,
        @Nullable ChooserField owner,
        List<AgreementVariancePart> variances,
        boolean isClosed,
        boolean mayRecordExpense,
        @Nullable MatchPart match,
        String matchNone,
        @Nullable String matchUrl,
        @Nullable String reports,
        @Nullable String remittances,
        @Nullable AgreementClosingPart closing) {

    static final String LIST = "/resources/grant/agreement";

    /** A fact of the agreement. */
    public record AgreementFact(String label, String value) {}

    /**
     * What is left of a line, in words.
     *
     * @param forecast what it will have cost at the end; empty if that is not known
     * @param warning why it needs attention; {@code null} if it does not
     * @param id of the line; empty for the total
     */
    public record AgreementLinePart(
            String id,
            String code,
            String label,
            String budget,
            String committed,
            String spent,
            String left,
            String forecast,
            @Nullable String warning) {}

    /**
     * A line that departs from its budget this year.
     *
     * @param reason empty if nobody gave one
     * @param explain address of the form that gives one; {@code null} without the permission
     */
    public record AgreementVariancePart(
            String line,
            String variance,
            String reason,
            @Nullable String explain) {}

    /**
     * A deliverable or an instalment.
     *
     * @param proof the address of what was made for it; {@code null} if it is not known here
     * @param links where a deliverable that is still due is made
     */
    public record AgreementDuePart(
            String url,
            String what,
            String detail,
            boolean isLate,
            boolean isDone,
            @Nullable String proof,
            List<Tab> links) {}

    /**
     * The closing of an agreement.
     *
     * @param state closed since when and with which note, or when it ends
     * @param lacks what lacks
     * @param balance what was received and not spent, or the reverse; {@code null} if they are equal
     * @param form closes it; {@code null} once closed, or without the permission
     */
    public record AgreementClosingPart(
            String state,
            List<String> lacks,
            @Nullable String balance,
            @Nullable Form form,
            boolean mayReopen) {}

    /** The form of an agreement; {@code lines} are typed for a new one only. */
    public record AgreementFormPage(
            String key, String action, String cancel, Form form, ChooserField funder, boolean isNew) {}

    /** The forms that change the amount in force of a line, and what limits it. */
    public record AgreementAmendPage(String action, String cancel, String line, Form form, Form limits) {}

    /** The list of agreements. */
    public record AgreementListPage(ListFrame frame, List<Tab> tabs, List<AgreementListItem> items, boolean mayEdit) {}

    /** An agreement in the list. */
    public record AgreementListItem(
            String url, String title, String detail, List<BarSegment> bar, String standing, String left) {}

    static String url(AgreementId id) {
        return LIST + "/" + id.value();
    }
}
