package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The page of a body.
 *
 * @param ended in words, when it ended; {@code null} while active
 * @param day the day whose seats are shown
 * @param checks warnings
 * @param requisitions requests of members for a special assembly; {@code null} for a body that is no general assembly
 * @param empty number of vacant seats on that day
 */
public record BodyPage(
        UUID id,
        String name,
        String lead,
        @Nullable String ended,
        List<RuleRow> rules,
        LocalDate day,
        List<SeatRow> seats,
        int empty,
        List<MeetingRow> meetings,
        List<String> standing,
        boolean keeps,
        boolean prepares,
        List<String> checks,
        @Nullable List<RequisitionRow> requisitions,
        ChangeHistory history) {

    /**
     * The rules from a day on.
     *
     * @param facts names and values
     * @param edit {@code null} without the permission
     */
    public record RuleRow(
            String since,
            boolean current,
            List<BodyFact> facts,
            @Nullable String edit) {}

    /** A named fact. */
    public record BodyFact(String name, String value) {}

    /**
     * A seat.
     *
     * @param holder {@code null} if vacant
     * @param attendance of its year, in words; {@code null} before a meeting is held
     */
    public record SeatRow(
            String title,
            @Nullable SeatHolderRow holder,
            @Nullable SeatHolderRow substitute,
            @Nullable String attendance,
            String url) {}

    /**
     * A mandate.
     *
     * @param person the page of the person; {@code null} for readers who may not open it
     */
    public record SeatHolderRow(String name, @Nullable String person, String span, String edit) {}

    /**
     * A request of members for a special assembly.
     *
     * @param meeting the assembly called for it; {@code null} for none
     * @param call where the board calls it; {@code null} if it may not any more
     * @param callByMembers where it is noted that the members call it; {@code null} as long as they may not
     */
    public record RequisitionRow(
            String business,
            String detail,
            Tone tone,
            String state,
            String url,
            @Nullable String meeting,
            @Nullable String call,
            @Nullable String callByMembers) {}

    public String url(String below) {
        return AssemblyUrls.body(id) + below;
    }
}
