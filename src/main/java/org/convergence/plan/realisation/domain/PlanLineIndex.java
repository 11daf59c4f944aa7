package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedLineProposal;
import org.jspecify.annotations.Nullable;

/** The lines of all plans by their numbers, read once for a whole file. */
final class PlanLineIndex {

    private final List<PlanSummary> plans;
    private final Map<PlanId, List<PlanLine>> lines;

    private PlanLineIndex(List<PlanSummary> plans, Map<PlanId, List<PlanLine>> lines) {
        this.plans = plans;
        this.lines = lines;
    }

    static PlanLineIndex read(ActionPlans all) {
        List<PlanSummary> plans = all.findAll();
        Map<PlanId, List<PlanLine>> lines = all
                .findLines(plans.stream().map(PlanSummary::id).toList())
                .stream()
                .filter(line -> line.code() != null)
                .collect(Collectors.groupingBy(PlanLine::plan));
        return new PlanLineIndex(plans, new HashMap<>(lines));
    }

    /**
     * The line found for a number.
     *
     * @param guessed whether several lines have the number, and this one is the likeliest
     */
    record LineMatch(PlanLine line, boolean guessed) {}

    /**
     * The line of a number: « 1.2 », « 1.2/3 » for the third action of 1.2.
     *
     * @param plan the plan of the numbers; {@code null} for the plan of the day
     * @return {@code null} if there is no such line
     */
    @Nullable
    LineMatch find(String code, @Nullable PlanId plan, LocalDate day, String title) {
        return plans.stream()
                .filter(each -> plan == null ? isOf(each, day) : each.id().equals(plan))
                .sorted((one, other) -> Boolean.compare(one.kind() != PlanKind.ANNUAL, other.kind() != PlanKind.ANNUAL))
                .map(each -> find(code, lines.getOrDefault(each.id(), List.of()), title))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(PlanSummary plan, LocalDate day) {
        LocalDate from = plan.from();
        LocalDate to = plan.to();
        return plan.status() != PlanStatus.DRAFT
                && from != null
                && to != null
                && !day.isBefore(from)
                && !day.isAfter(to);
    }

    private static @Nullable LineMatch find(String code, List<PlanLine> lines, String title) {
        String wanted = plain(code);
        List<PlanLine> exact = lines.stream()
                .filter(line -> plain(String.valueOf(line.code())).equals(wanted))
                .toList();
        if (exact.size() == 1) {
            return new LineMatch(exact.get(0), false);
        }
        List<PlanLine> under = exact.isEmpty()
                ? lines.stream()
                        .filter(line -> plain(String.valueOf(line.code())).startsWith(wanted + "."))
                        .toList()
                : exact;
        if (!under.isEmpty()) {
            List<ServedLineProposal> likely = ServedLinePolicy.among(under).propose(title, Map.of());
            return new LineMatch(likely.isEmpty() ? under.get(0) : likely.get(0).line(), under.size() > 1);
        }
        return nth(wanted, lines);
    }

    /** « 1.2/3 »: the third action under 1.2; its sub-actions are not counted. */
    private static @Nullable LineMatch nth(String wanted, List<PlanLine> lines) {
        int cut = Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('.'));
        if (cut < 1 || !wanted.substring(cut + 1).matches("\\d{1,3}")) {
            return null;
        }
        int rank = Integer.parseInt(wanted.substring(cut + 1));
        List<PlanLine> actions = lines.stream()
                .filter(line -> line.parent() == null
                        && plain(String.valueOf(line.code())).equals(wanted.substring(0, cut)))
                .toList();
        return rank >= 1 && rank <= actions.size() ? new LineMatch(actions.get(rank - 1), false) : null;
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("\\s+", "").replaceAll("[.)]+$", "");
    }
}
