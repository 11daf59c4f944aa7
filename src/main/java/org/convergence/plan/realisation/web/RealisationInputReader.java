package org.convergence.plan.realisation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.Participations.ParticipationInput;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RecordingSuggestions;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the values common to the form and the API; errors are noted beside their field. */
@Component
record RealisationInputReader(ActionPlans plans, RecordingSuggestions recordingSuggestions) {

    private static final int LONGEST_PERIOD = 3_660;

    /** The field names that differ. */
    record InputFieldNames(String prefix, String count, String actions) {

        static final InputFieldNames OF_FORM = new InputFieldNames("", "count", "action");
        static final InputFieldNames OF_JSON = new InputFieldNames("participations.", "count", "actions");
    }

    /** The participating organisations: known ones, and names to be added. */
    record ParticipantInput(Collection<OrganisationId> known, Collection<String> newcomers) {}

    /** The values that differ between form and API; {@code null} if missing or unreadable. */
    record RealisationInput(
            String title, @Nullable DayRange when, @Nullable Place place, ParticipantInput with) {}

    /** Its title. */
    static String title(FormValues answers) {
        return answers.text("title", RealisationDetails.LONGEST_TITLE);
    }

    RealisationEntry read(Form form, FormValues answers, InputFieldNames fields, RealisationInput facts) {
        RealisationKind kind = answers.optionalChoice("kind", RealisationKind.class);
        Participations all = participations(form, answers, fields);
        Set<OrganisationId> organisations = new LinkedHashSet<>(facts.with().known());
        if (organisations.size() + facts.with().newcomers().size() > RealisationDetails.MOST_ORGANISATIONS) {
            form.reject("organisations", "realisation.too-many-organisations", RealisationDetails.MOST_ORGANISATIONS);
        }
        Amounts amounts = amounts(answers);
        PlanAttribution telling = readAttribution(form, answers, fields);
        DayRange when = facts.when();
        if (!form.problems().isEmpty() || when == null) {
            throw new IllegalArgumentException("a field is invalid, as the form says");
        }
        RealisationKind meant = kind != null
                ? kind
                : recordingSuggestions.guessKind(facts.title()).orElse(RealisationKind.OTHER);
        return new RealisationEntry(
                new RealisationDetails(facts.title(), meant, when, facts.place(), all, organisations),
                facts.with().newcomers(),
                amounts,
                telling);
    }

    /** The days from a first one to an optional last one. */
    static @Nullable DayRange days(Form form, LocalDate from, @Nullable LocalDate to, String fieldOfTo) {
        if (to != null && to.isBefore(from)) {
            form.reject(fieldOfTo, "realisation.ends-before");
            return null;
        }
        if (to != null && from.plusDays(LONGEST_PERIOD).isBefore(to)) {
            form.reject(fieldOfTo, "realisation.too-long");
            return null;
        }
        return new DayRange(from, to == null ? from : to);
    }

    private static @Nullable Participations participations(Form form, FormValues answers, InputFieldNames fields) {
        Integer count = answers.optionalWholeNumber(fields.count(), 0, Participations.MOST);
        ParticipationInput given = readDistribution(answers, fields.prefix());
        boolean unread = Stream.of("women", "men", "other", "notStated", "youth")
                .map(field -> fields.prefix() + field)
                .anyMatch(field -> form.problem(field) != null);
        if (unread || form.problem(fields.count()) != null) {
            return null;
        }
        try {
            return Participations.of(count, given);
        } catch (Refused refused) {
            form.reject(fields.count(), refused.messageKey(), refused.arguments());
            return null;
        }
    }

    /** @param prefix of the names of its fields */
    static ParticipationInput readDistribution(FormValues answers, String prefix) {
        return new ParticipationInput(
                answers.optionalWholeNumber(prefix + "women", 0, Participations.MOST),
                answers.optionalWholeNumber(prefix + "men", 0, Participations.MOST),
                answers.optionalWholeNumber(prefix + "other", 0, Participations.MOST),
                answers.optionalWholeNumber(prefix + "notStated", 0, Participations.MOST),
                answers.optionalWholeNumber(prefix + "youth", 0, Participations.MOST));
    }

    private static Amounts amounts(FormValues answers) {
        BigDecimal hours = answers.optionalHours("hours", Amounts.MOST_HOURS);
        BigDecimal volunteers = answers.optionalHours("volunteerHours", Amounts.MOST_HOURS);
        Integer copies = answers.optionalWholeNumber("copies", 0, Amounts.MOST_COPIES);
        Integer quantity = answers.optionalWholeNumber("quantity", 1, Amounts.MOST_QUANTITY);
        return new Amounts(hours, volunteers, copies, quantity == null ? 1 : quantity);
    }

    /** The plan attribution: the lines served, the narrative, links. */
    PlanAttribution readAttribution(Form form, FormValues answers, InputFieldNames fields) {
        List<ActionId> actions =
                answers.ids(fields.actions()).stream().map(ActionId::new).toList();
        boolean unknown = form.values(fields.actions()).stream().distinct().count() != actions.size()
                || plans.findLinesById(actions).size() != actions.size();
        if (unknown) {
            form.reject(fields.actions(), "realisation.unknown-line");
            actions = List.of();
        }
        String narrative = answers.optionalText("narrative", PlanAttribution.LONGEST_NARRATIVE);
        List<String> links = form.values("links").stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .filter(link -> !link.isEmpty())
                .distinct()
                .toList();
        if (links.size() > PlanAttribution.MOST_LINKS || !links.stream().allMatch(PlanAttribution::isLink)) {
            form.reject("links", "realisation.links", PlanAttribution.MOST_LINKS);
            links = List.of();
        }
        return new PlanAttribution(Set.copyOf(actions), narrative == null ? "" : narrative, links);
    }
}
