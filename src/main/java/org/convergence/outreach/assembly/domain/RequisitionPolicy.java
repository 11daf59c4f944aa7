package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionState;

/** Which request of members obliges the board, until when, and when the members may call the assembly (R-GOV-5). */
public final class RequisitionPolicy {

    /** One member in this many may require an assembly. */
    public static final int SHARE = 10;

    private static final int MOST_ITEMS = 20;

    /** The days in which it is held, from the day after the deposit on. */
    public static final int DAYS = 21;

    private RequisitionPolicy() {}

    /** Whether enough members ask to oblige the board. */
    static boolean isReached(int members, int entitled) {
        return members * SHARE >= entitled;
    }

    /** The last day on which the assembly is held in time. */
    public static LocalDate lastDay(LocalDate receivedOn) {
        return receivedOn.plusDays(DAYS);
    }

    /** The items of the agenda, one a line, since the notice lists their titles; a long list is one item. */
    static List<String> splitBusiness(String business) {
        List<String> items = business.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return items.size() > MOST_ITEMS ? List.of(business) : items;
    }

    /** What becomes of a request; an assembly that was cancelled is none. */
    public static RequisitionState findState(Requisition it, LocalDate today) {
        LocalDate day = it.meetingDay();
        LocalDate last = lastDay(it.receivedOn());
        boolean called = day != null && it.meetingState() != MeetingState.CANCELLED;
        if (it.withdrawnOn() != null) {
            return RequisitionState.WITHDRAWN;
        }
        if (called && it.meetingState() == MeetingState.HELD) {
            return RequisitionState.HELD;
        }
        if (called && (it.byMembers() || !isReached(it.members(), it.entitled()) || !last.isBefore(day))) {
            return RequisitionState.CALLED;
        }
        if (!isReached(it.members(), it.entitled())) {
            return RequisitionState.TOO_FEW;
        }
        if (!last.isBefore(today)) {
            return called ? RequisitionState.CALLED : RequisitionState.TO_HOLD;
        }
        return called ? RequisitionState.LATE : RequisitionState.MEMBERS_MAY_CALL;
    }
}
