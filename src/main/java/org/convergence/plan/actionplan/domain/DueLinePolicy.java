package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.Rhythm;
import org.convergence.plan.actionplan.domain.DueLinePolicy.DueLine.DueReason;
import org.jspecify.annotations.Nullable;

/** Finds the actions due now: late ones first, then by day. Actions done or set aside are never due. */
public final class DueLinePolicy {

    private static final Comparator<DueLine> ORDER = Comparator.comparing((DueLine due) -> due.why() != DueReason.LATE)
            .thenComparing(DueLine::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    private DueLinePolicy() {}

    /** The lines of the plans that are late today, or due until a day. */
    public static List<DueLine> findDue(Collection<PlanBoard> boards, LocalDate today, LocalDate until) {
        return boards.stream()
                .flatMap(board -> duableActions(board).flatMap(action -> due(board, action, today).stream()))
                .filter(due -> due.why() == DueReason.LATE
                        || (due.day() != null && !due.day().isAfter(until)))
                .sorted(ORDER)
                .toList();
    }

    /**
     * The current firm actions without a responsible person, for the whole or for a part: those due or beginning until
     * a day, then those without a date. Plans of directions are left out: their lines are carried out through the lines
     * that contribute to them.
     */
    public static List<DueLine> findUnassigned(Collection<PlanBoard> boards, LocalDate today, LocalDate until) {
        return boards.stream()
                .filter(board -> board.header().facts().kind() != PlanKind.DIRECTIONS)
                .flatMap(board -> topLevelActions(board)
                        .filter(action -> isOpen(action) && isUnassigned(board, action))
                        .map(action -> due(board, action, today)
                                .orElseGet(() -> new DueLine(DueReason.OPEN, null, action, board))))
                .filter(due -> due.isFirm() && (due.day() == null || !due.day().isAfter(until)))
                .sorted(Comparator.comparing((DueLine due) -> due.why() == DueReason.OPEN)
                        .thenComparing(ORDER))
                .toList();
    }

    /** The next step of each rhythm, and the end of each window set in the follow-up, whatever their date. */
    public static List<DueLine> findDated(Collection<PlanBoard> boards) {
        return boards.stream()
                .flatMap(board ->
                        duableActions(board).filter(DueLinePolicy::isOpen).flatMap(action -> findDated(board, action)))
                .toList();
    }

    private static Stream<DueLine> findDated(PlanBoard board, ActionProgress action) {
        FollowedAction followed = board.followed().get(action.line().id());
        if (followed == null) {
            return Stream.empty();
        }
        LocalDate to = followed.facts().to();
        LocalDate step = nextStep(action, followed);
        Stream<DueLine> ends = to == null ? Stream.empty() : Stream.of(new DueLine(DueReason.ENDS, to, action, board));
        return step == null || (to != null && !step.isBefore(to))
                ? ends
                : Stream.concat(Stream.of(new DueLine(reasonOfStep(action), step, action, board)), ends);
    }

    private static boolean isOpen(ActionProgress action) {
        return action.state() != ActionState.DONE && !action.state().isSetAside();
    }

    private static boolean isUnassigned(PlanBoard board, ActionProgress action) {
        return Stream.concat(Stream.of(action), action.subActions().stream()).allMatch(each -> {
            FollowedAction followed = board.followed().get(each.line().id());
            return followed == null || followed.responsible() == null;
        });
    }

    private static Stream<ActionProgress> topLevelActions(PlanBoard board) {
        return board.progress().objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream());
    }

    /**
     * Sub-actions are due by themselves; an action late only because of them is listed if a late one has no responsible
     * person.
     */
    private static Stream<ActionProgress> duableActions(PlanBoard board) {
        return topLevelActions(board)
                .flatMap(action ->
                        action.lateByParts() && lateParts(action).noneMatch(part -> isUnassigned(board, part))
                                ? action.subActions().stream()
                                : Stream.concat(Stream.of(action), action.subActions().stream()));
    }

    private static Stream<ActionProgress> lateParts(ActionProgress action) {
        return action.subActions().stream().filter(part -> part.state() == ActionState.LATE);
    }

    private static Optional<DueLine> due(PlanBoard board, ActionProgress action, LocalDate today) {
        FollowedAction followed = board.followed().get(action.line().id());
        ActionState state = action.state();
        if (followed == null || !isOpen(action)) {
            return Optional.empty();
        }
        LocalDate from = followed.facts().from();
        LocalDate to = followed.facts().to();
        if (state == ActionState.LATE) {
            return Optional.of(new DueLine(DueReason.LATE, action.lateSince(), action, board));
        }
        LocalDate step = nextStep(action, followed);
        if (step != null && (to == null || !step.isAfter(to))) {
            return Optional.of(new DueLine(reasonOfStep(action), step, action, board));
        }
        if (from != null && from.isAfter(today)) {
            return Optional.of(new DueLine(DueReason.BEGINS, from, action, board));
        }
        return to != null && !to.isBefore(today)
                ? Optional.of(new DueLine(DueReason.ENDS, to, action, board))
                : Optional.empty();
    }

    private static DueReason reasonOfStep(ActionProgress action) {
        return action.evidence().nextPlanned() == null ? DueReason.RETURNS : DueReason.PLANNED;
    }

    private static @Nullable LocalDate nextStep(ActionProgress action, FollowedAction followed) {
        Integer times = followed.facts().timesPerYear();
        LocalDate since = followed.rhythmSince();
        if (times == null || since == null) {
            return null;
        }
        LocalDate planned = action.evidence().nextPlanned();
        if (planned != null) {
            return planned;
        }
        LocalDate last =
                latest(latest(since, followed.facts().from()), action.evidence().lastDone());
        return new Rhythm(times, since).stepAfter(last, 1);
    }

    private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    /**
     * An action due on a day.
     *
     * @param day the due day; for a late action, the day since which it is late
     * @param board its plan
     */
    public record DueLine(DueReason why, @Nullable LocalDate day, ActionProgress action, PlanBoard board) {

        /** The reason why a line is due. */
        public enum DueReason {
            /** The action is late. */
            LATE,
            /** Its window ends. */
            ENDS,
            /** Its next step is proposed for then: the rhythm gives the day, nobody set it. */
            RETURNS,
            /** Its next step is planned for then. */
            PLANNED,
            /** Its window begins. */
            BEGINS,
            /** The action is under way, or may begin, and has no date. */
            OPEN
        }

        /** The responsible person's name; {@code null} if there is none. */
        public @Nullable String responsible() {
            FollowedAction followed = followed();
            return followed == null ? null : followed.responsible();
        }

        /** Whether it is promised without a condition. */
        public boolean isFirm() {
            return action.line().commitment() == Commitment.FIRM;
        }

        /** Its follow-up. */
        public @Nullable FollowedAction followed() {
            return board.followed().get(action.line().id());
        }
    }
}
