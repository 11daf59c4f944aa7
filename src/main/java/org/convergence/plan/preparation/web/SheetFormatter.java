package org.convergence.plan.preparation.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.PlanReview;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.plan.preparation.domain.PreparationChoice;
import org.convergence.plan.preparation.domain.PreparationProposal;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats the results, hours and proposal of a line. */
record SheetFormatter(Words t) {

    /** « 63 lignes : 41 gardées, 4 reformulées …; 12 sans choix, où la proposition sera suivie ». */
    String counts(Preparation sheet) {
        Map<PreparationChoice, Long> counts = sheet.countByOutcome();
        List<String> parts = new ArrayList<>();
        for (PreparationChoice choice : PreparationChoice.values()) {
            long number = counts.getOrDefault(choice, 0L);
            if (number > 0) {
                parts.add(t.say("preparation.count." + choice.name(), number));
            }
        }
        String all = t.say("preparation.counts", sheet.lines().size(), String.join(", ", parts));
        int open = sheet.undecidedLines().size();
        return open == 0 || sheet.isMade() ? all : all + " " + t.say("preparation.counts.open", open);
    }

    /** « Faite · 3 réalisations · 310 sur 500 participations ». */
    String formatResults(PreparedLine line) {
        ActionEvidence evidence = line.action().evidence();
        List<String> parts = new ArrayList<>();
        parts.add(t.say("actionplan.state." + line.action().state().name()));
        if (evidence.done() > 0) {
            parts.add(t.say("preparation.done", evidence.done()));
        }
        if (evidence.participations() > 0) {
            parts.add(t.say("preparation.participations", evidence.participations()));
        }
        ActionTarget target = LineChoiceForm.target(line);
        if (target != null) {
            parts.add(t.say("preparation.goal", target.quantityReached(evidence), target.amount(t)));
        }
        return String.join(" · ", parts);
    }

    /** « 42 h inscrites, pour M (20 h) ». */
    String formatHours(PreparedLine line) {
        EffortSize size = line.beside().effort();
        String hours = line.hours().say(t);
        return size == null ? hours : t.say("preparation.hours.for", hours, size(size));
    }

    private String size(EffortSize size) {
        return t.say("preparation.size", size.name(), size.hours());
    }

    /** The responsible person; that the contract ends is shown with the permission to see contracts. */
    @Nullable
    String formatResponsible(PlanReview.LineReview beside, boolean leaves) {
        String name = beside.responsibleName();
        if (!leaves || name == null) {
            return name;
        }
        return CurrentActor.get().may(TimePermissions.KEEP)
                ? t.say("preparation.leaves", name)
                : t.say("preparation.leaves.unnamed");
    }

    String choice(PreparationChoice choice) {
        return t.say("preparation.choice." + choice.name());
    }

    List<Option> choices() {
        return Stream.of(PreparationChoice.values())
                .map(choice -> Option.of(choice, choice(choice)))
                .toList();
    }

    /** « Faite, 42 h pour M (20 h) : garder, compter L (60 h). » */
    String reason(PreparedLine line) {
        PreparationProposal proposal = line.proposal();
        EffortSize foreseen = line.beside().effort();
        ActionTarget target = line.action().target();
        String said = line.action().reason();
        String reason = t.say(
                "preparation.reason." + proposal.reason().name(),
                t.hours(line.hours().hours()),
                foreseen == null ? "–" : size(foreseen),
                line.action().evidence().done(),
                target == null
                        ? BigDecimal.ZERO
                        : target.quantityReached(line.action().evidence()),
                target == null ? "–" : target.amount(t),
                said == null ? "" : said);
        EffortSize effort = proposal.effort();
        String more = effort == null ? reason : reason + " " + t.say("preparation.reason.effort", size(effort));
        BigDecimal next = proposal.target();
        return next == null ? more : more + " " + t.say("preparation.reason.target", next);
    }

    /** « Marie Tremblay a choisi : Retirer ». */
    String conflict(PreparedLine line, String who) {
        var chosen = line.chosen();
        if (chosen == null) {
            return t.say("preparation.conflict.reconsidered");
        }
        String text = chosen.text();
        return text == null
                ? t.say("preparation.conflict", who, choice(chosen.choice()))
                : t.say("preparation.conflict.reworded", who, text);
    }
}
