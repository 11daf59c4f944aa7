package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.RhythmParser;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form fields of an action's follow-up, as text, so that a cell accepts what a spreadsheet holds. */
final class ActionFollowUpForm {

    static final List<String> FIELDS =
            List.of("responsible", "support", "from", "to", "rhythm", "effort", "completedOn", "stated", "reason");
    private static final int NAME = 300;
    private static final int REASON = 2_000;

    private ActionFollowUpForm() {}

    static Form fill(FollowedAction action, Form form, Words t) {
        return fill(action.facts(), action.responsible(), action.support(), form, t)
                .atVersion(action.followVersion());
    }

    static Form fill(
            ActionFollowUpFacts facts, @Nullable String responsible, List<String> support, Form form, Words t) {
        Integer times = facts.timesPerYear();
        return form.with("responsible", responsible)
                .with("support", String.join(", ", support))
                .with("from", facts.from())
                .with("to", facts.to())
                .with("rhythm", times == null ? null : PlanFormatter.rhythm(times, t))
                .with("effort", facts.effort())
                .with("completedOn", facts.completedOn())
                .with("stated", facts.stated())
                .with("reason", facts.statedReason());
    }

    /**
     * @param people the people of the directory, by typed name
     * @param days the period for days typed without a year
     */
    static ActionFollowUpFacts read(Form form, FormValues answers, Map<String, UUID> people, PlanDayReader days) {
        String responsible = answers.optionalText("responsible", NAME);
        LocalDate from = days.read(form, "from");
        LocalDate to = days.read(form, "to");
        if (from != null && to != null && to.isBefore(from)) {
            form.reject("to", "actionplan.refused.window");
            to = null;
        }
        ActionState stated = answers.optionalChoice("stated", ActionState.class);
        String reason = answers.optionalText("reason", REASON);
        if (stated != null && !stated.isSetAside()) {
            form.reject("stated", "shell.form.choice");
            stated = null;
        } else if (stated != null && reason == null) {
            form.reject("reason", "actionplan.refused.state-without-reason");
            stated = null;
        }
        return new ActionFollowUpFacts(
                responsible == null ? null : people.get(responsible),
                responsible,
                support(form, people),
                from,
                to,
                rhythm(form),
                effort(form),
                days.read(form, "completedOn"),
                stated,
                stated == null ? null : reason);
    }

    /** The typed names in a form. */
    static List<String> names(Form form) {
        List<String> names = new ArrayList<>(helpers(form));
        if (form.filled("responsible")) {
            names.add(form.value("responsible").strip());
        }
        return names;
    }

    private static List<String> helpers(Form form) {
        return java.util.regex.Pattern.compile("[,;\\n]")
                .splitAsStream(form.value("support"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static List<UUID> support(Form form, Map<String, UUID> people) {
        List<UUID> support = new ArrayList<>();
        for (String name : helpers(form)) {
            UUID person = people.get(name);
            if (person == null) {
                form.reject("support", "actionplan.follow-up.unknown", name);
            } else if (!support.contains(person)) {
                support.add(person);
            }
        }
        return support;
    }

    private static @Nullable Integer rhythm(Form form) {
        if (!form.filled("rhythm")) {
            return null;
        }
        OptionalInt times = RhythmParser.parse(form.value("rhythm"));
        if (times.isEmpty()) {
            form.reject("rhythm", "actionplan.follow-up.rhythm.unread");
            return null;
        }
        return times.getAsInt();
    }

    private static @Nullable EffortSize effort(Form form) {
        if (!form.filled("effort")) {
            return null;
        }
        Optional<EffortSize> size = parseSize(form.value("effort"));
        if (size.isEmpty()) {
            form.reject("effort", "actionplan.follow-up.effort.unread");
        }
        return size.orElse(null);
    }

    /** A size by its letter, or by hours. */
    static Optional<EffortSize> parseSize(String text) {
        String typed = text.strip().toUpperCase(java.util.Locale.ROOT);
        for (EffortSize size : EffortSize.values()) {
            if (typed.equals(size.name())
                    || typed.startsWith(size.name() + " ")
                    || typed.startsWith(size.name() + "\u00a0")) {
                return Optional.of(size);
            }
        }
        String hours = typed.replaceAll("[\\s\\u00a0\\u202f]*(H|HEURES?|HOURS?)$", "");
        return hours.matches("\\d{1,4}") ? Optional.of(EffortSize.ofHours(Integer.parseInt(hours))) : Optional.empty();
    }
}
