package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Lack.LackKind;
import org.convergence.plan.report.domain.Lack.ReportSectionState;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.jspecify.annotations.Nullable;

/**
 * What a section lacks, and so its state (R-REPORT-1, R-REPORT-2). A broken rule is shown while writing; some prevent
 * the filing ({@link LackKind#blocks()}).
 */
final class ReportSectionPolicy {

    /** Kinds of activities whose participants are counted. */
    private static final Set<RealisationKind> WITH_PEOPLE = EnumSet.of(
            RealisationKind.WORKSHOP,
            RealisationKind.TRAINING,
            RealisationKind.MEETING,
            RealisationKind.SPEECH,
            RealisationKind.MISSION);

    /** States that need no further reason, or promise nothing. */
    private static final Set<ActionState> SET_ASIDE =
            EnumSet.of(ActionState.POSTPONED, ActionState.NO_REQUEST, ActionState.DROPPED);

    /** Marks of unfinished writing. */
    private static final Pattern MARK = Pattern.compile(
            "à compléter|à venir ici|à rédiger|à préciser|\\bTODO\\b|\\bXXX+\\b|\\bto be completed\\b|\\bto be written\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ReportSectionPolicy() {}

    /**
     * The data about a section.
     *
     * @param shape of the audience
     * @param facts the realisations that serve its line; none at the beginning and the end
     * @param checked the confirmed figures, {@code null} if they were never checked
     * @param open number of planned activities in the past, neither confirmed nor withdrawn
     * @param named people named in its texts
     * @param over whether the period has ended: until then a target may still be reached
     */
    record AssessedSection(
            ReportShape shape,
            ReportPart part,
            StoredSection written,
            List<ReportFact> facts,
            @Nullable String checked,
            int open,
            List<String> named,
            boolean over) {}

    /** What it lacks, the most pressing first. */
    static List<Lack> lacks(AssessedSection section) {
        List<Lack> lacks = new ArrayList<>();
        text(section, lacks);
        section.part().goals().forEach(goal -> goal(section, goal, lacks));
        if (section.part().kind() == ReportSectionKind.MEANS) {
            figures(section, lacks);
        }
        section.part().actionsInState(ActionState.LATE).forEach(late -> late(section, late, lacks));
        lacks.removeIf(lack -> !section.shape().lacks().contains(lack.kind()));
        lacks.sort(Comparator.comparing((Lack lack) -> lack.kind().state()));
        return lacks;
    }

    /** The state of a section with these lacks. */
    static ReportSectionState state(Collection<Lack> lacks) {
        return lacks.stream()
                .map(lack -> lack.kind().state())
                .min(Comparator.naturalOrder())
                .orElse(ReportSectionState.READY);
    }

    private static void text(AssessedSection section, List<Lack> lacks) {
        SectionRef ref = section.part().ref();
        String text = section.written().text();
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            if (!mayStayEmpty(section)) {
                lacks.add(Lack.of(LackKind.NO_TEXT, ref));
            }
        } else if (section.written().takenFrom() != null) {
            lacks.add(Lack.of(LackKind.LAST_YEARS, ref));
        } else if (MARK.matcher(text).find()) {
            lacks.add(Lack.of(LackKind.UNFINISHED, ref));
        }
        if (length > section.written().limit(section.shape())) {
            lacks.add(Lack.of(
                    LackKind.TOO_LONG,
                    ref,
                    length - section.written().limit(section.shape()),
                    section.written().limit(section.shape())));
        }
        if (!section.named().isEmpty()) {
            lacks.add(new Lack(LackKind.NAMED, ref, List.of(String.join(", ", section.named())), null));
        }
    }

    /** A line that was dropped and has no realisation needs no text. */
    private static boolean mayStayEmpty(AssessedSection section) {
        boolean dropped = !section.part().states().isEmpty()
                && section.part().states().keySet().equals(Set.of(ActionState.DROPPED));
        return section.written().mayStayEmpty(section.shape())
                || (dropped && section.facts().isEmpty() && section.written().optional() == null);
    }

    private static void goal(AssessedSection section, TargetProgress goal, List<Lack> lacks) {
        SectionRef ref = section.part().ref();
        boolean handedOver =
                goal.measure() == TargetMeasure.DELIVERABLE && goal.gap().signum() >= 0;
        if (section.over()
                && goal.gap().signum() < 0
                && !SET_ASIDE.contains(goal.state())
                && goal.explanation().isBlank()) {
            lacks.add(Lack.of(LackKind.GAP, ref, goal.label()).about(goal.action()));
        }
        if (handedOver && section.facts().stream().noneMatch(fact -> fact.serves(goal.action()) && fact.shown())) {
            lacks.add(Lack.of(LackKind.PIECE, ref, goal.words() == null ? goal.label() : goal.words())
                    .about(goal.action()));
        }
    }

    private static void late(AssessedSection section, DelayedAction late, List<Lack> lacks) {
        if (late.reason().isBlank()) {
            lacks.add(Lack.of(LackKind.LATE, section.part().ref(), late.label()).about(late.action()));
        }
    }

    private static void figures(AssessedSection section, List<Lack> lacks) {
        SectionRef ref = section.part().ref();
        String now = figuresOf(section.facts());
        boolean same = now.equals(section.checked());
        int uncounted = (int) section.facts().stream()
                .filter(fact -> fact.count() == null && WITH_PEOPLE.contains(fact.kind()))
                .count();
        if (section.checked() != null && !same) {
            lacks.add(Lack.of(LackKind.CHANGED, ref));
        } else if (uncounted > 0 && !same) {
            lacks.add(Lack.of(LackKind.UNCOUNTED, ref, uncounted));
        }
        if (section.open() > 0) {
            lacks.add(Lack.of(LackKind.OPEN, ref, section.open()));
        }
    }

    /** A text that is equal for equal figures: it is stored when figures are confirmed. */
    static String figuresOf(Collection<ReportFact> facts) {
        RealisationFigures all = FigureCounter.count(facts);
        return String.join(
                " ",
                List.of(
                        "n=" + all.realisations(),
                        "u=" + all.uncounted(),
                        "w=" + all.participations().women(),
                        "m=" + all.participations().men(),
                        "x=" + all.participations().other(),
                        "s=" + all.participations().notStated(),
                        "y=" + all.participations().youth(),
                        "o=" + all.organisations(),
                        "h=" + plain(all.hours()),
                        "c=" + all.copies()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
