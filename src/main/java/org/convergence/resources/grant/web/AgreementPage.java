package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.chart.ShareBar.Share;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.web.PastedBudgetLines.BudgetLinesPreview;
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
 * @param application the address of the application that opened it; {@code null} if none did
 * @param match asked beside the funder's money; {@code null} if none is asked
 * @param matchNone what is said where none is noted
 * @param matchUrl address of the page that keeps it; {@code null} without the permission
 * @param isClosed whether nothing is expected of it any longer
 * @param mayOpenLines whether the actor changes lines, or their accounts
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
        @Nullable String application,
        List<AgreementLinePart> lines,
        AgreementLinePart total,
        List<AgreementDuePart> dues,
        @Nullable Form form,
        @Nullable ChooserField owner,
        List<AgreementVariancePart> variances,
        boolean isClosed,
        boolean mayOpenLines,
        @Nullable String recordExpense,
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
     * @param expenses address of what was spent; {@code null} for the total, and without the permission
     * @param commitments address of what is promised, likewise
     * @param add address of the form of an expense of the line, likewise
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
            @Nullable String warning,
            @Nullable String expenses,
            @Nullable String commitments,
            @Nullable String add) {}

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
     * @param mayOpen whether the actor says on its page that it is done, or corrects it
     * @param proof the address of what was made for it; {@code null} if it is not known here
     * @param links where a deliverable that is still due is made
     */
    public record AgreementDuePart(
            String url,
            String what,
            String detail,
            boolean isLate,
            boolean isDone,
            boolean mayOpen,
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
            @Nullable PlannedRefund refund,
            @Nullable Form form,
            boolean mayReopen) {

        /** By when a balance goes back unless the agreement says another day. */
        static final int DAYS_TO_REFUND = 30;
    }

    /**
     * The balance as a refund to the funder that is not planned yet.
     *
     * @param gesture the words of the button
     * @param day by which it is due
     */
    public record PlannedRefund(String gesture, String amount, String day) {}

    /** The form of an agreement; {@code lines} are typed for a new one only. */
    public record AgreementFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            ChooserField funder,
            boolean isNew,
            @Nullable BudgetLinesPreview preview) {}

    /**
     * The forms that change the amount in force of a line, and what limits it.
     *
     * @param limits {@code null} for the accountant, who says the account only
     * @param name gives the line another code and label; likewise
     */
    public record AgreementAmendPage(
            String action,
            String cancel,
            String line,
            Form form,
            @Nullable Form limits,
            @Nullable Form name,
            int version) {}

    /** The form that adds lines. */
    public record AgreementLinesPage(
            String action,
            String cancel,
            String agreement,
            Form form,
            @Nullable BudgetLinesPreview preview) {}

    /**
     * A deliverable or an instalment on its own page.
     *
     * @param done says on which day, and of an instalment how much; {@code null} once it is done
     * @param form corrects it; {@code null} once it is done, or without the permission
     */
    public record AgreementDuePage(
            String url,
            String back,
            String agreement,
            String what,
            String detail,
            AgreementDueKind kind,
            @Nullable Form done,
            @Nullable Form form,
            ChooserField owner,
            boolean mayReopen,
            int version,
            ChangeHistory history) {}

    /** The list of agreements. */
    public record AgreementListPage(ListFrame frame, List<Tab> tabs, List<AgreementListItem> items, boolean mayEdit) {}

    /** An agreement in the list. */
    public record AgreementListItem(
            String url, String title, String detail, List<BarSegment> bar, String standing, String left) {}

    static String url(AgreementId id) {
        return LIST + "/" + id.value();
    }
}
