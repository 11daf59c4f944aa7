package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form fields of an action's follow-up, as text, so that a cell accepts what a spreadsheet holds. */
final class ActionFollowUpForm {

    static final List<String> FIELDS =
            List.of("responsible", "support", "from", "to", "rhythm", "effort", "completedOn", "stated", "reason");
    private static final int NAME = 300;
    private static final int REASON = 2_000;
    private static final int MOST = 52;
    private static final int MONTHS = 12;
    private static final List<RhythmPattern> READINGS = List.of(
            reading(26, "toutes les (2|deux) semaines|aux (2|deux) semaines|every (2|two) weeks|biweekly"),
            reading(6, "tous les (2|deux) mois|aux (2|deux) mois|bimestriel(le)?|every (2|two) months"),
            reading(
                    4,
                    "tous les (3|trois) mois|chaque trimestre|par trimestre|trimestriel(le)?|every quarter|quarterly"),
            reading(2, "semestriel(le)?|chaque semestre|tous les (6|six) mois|twice a year|half yearly"),
            reading(24, "bimensuel(le)?|twice a month"),
            reading(52, "hebdomadaire|chaque semaine|toutes les semaines|par semaine|every week|weekly"),
            reading(12, "mensuel(le)?|chaque mois|tous les mois|par mois|every month|monthly"),
            reading(
                    1,
                    "annuel(le)?|chaque annee|tous les ans|une fois par an|once a year|every year|yearly|annual(ly)?"));
    private static final Pattern NUMBER = Pattern.compile(
            "(\\d{1,2}|une|deux|trois|quatre|once|twice)(?: fois| times?| x)?(?: (?:par|a|per|le|la) ?)? ?"
                    + "(an|ans|annee|annees|year|mois|month|semaine|week)?");

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
        OptionalInt times = parse(form.value("rhythm"));
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

    /** The number of times a year; empty if the text is not understood. */
    static OptionalInt parse(String typed) {
        String folded = TextNormalizer.fold(typed);
        for (RhythmPattern reading : READINGS) {
            if (reading.words.matcher(folded).matches()) {
                return OptionalInt.of(reading.timesPerYear);
            }
        }
        Matcher number = NUMBER.matcher(folded);
        if (!number.matches()) {
            return OptionalInt.empty();
        }
        int times = figure(number.group(1)) * perYear(number.group(2));
        return times >= 1 && times <= MOST ? OptionalInt.of(times) : OptionalInt.empty();
    }

    private static int perYear(@Nullable String unit) {
        if (unit == null) {
            return 1;
        }
        return switch (unit) {
            case "mois", "month" -> MONTHS;
            case "semaine", "week" -> MOST;
            default -> 1;
        };
    }

    private static int figure(String word) {
        return switch (word) {
            case "une", "once" -> 1;
            case "deux", "twice" -> 2;
            case "trois" -> 3;
            case "quatre" -> 4;
            default -> Integer.parseInt(word);
        };
    }

    private static RhythmPattern reading(int times, String words) {
        return new RhythmPattern(Pattern.compile(words), times);
    }

    private record RhythmPattern(Pattern words, int timesPerYear) {}
}
