package org.convergence.plan.realisation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.CountsFor;
import org.convergence.plan.realisation.CountsFor.Recorded;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Typed;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where a realisation will count, as its contributors name it. */
@Component
class Counting {

    private final List<CountsFor> contributors;
    private final OrganisationSettings settings;

    Counting(List<CountsFor> contributors, OrganisationSettings settings) {
        this.contributors = contributors.stream()
                .sorted(Comparator.comparingInt(CountsFor::order))
                .toList();
        this.settings = settings;
    }

    /** « rapport annuel et Plan d’action (1.2) »; empty where it counts nowhere. */
    String of(Recorded what, Words t) {
        List<String> counts = contributors.stream()
                .flatMap(each -> each.of(what, t).stream())
                .distinct()
                .toList();
        return counts.isEmpty() ? "" : t.list(counts);
    }

    /** What an entry adds to the evidence of each line that it serves. */
    static Recorded recorded(Entry entry) {
        Happening what = entry.happening();
        Participations all = what.participations();
        Amounts amounts = entry.amounts();
        return new Recorded(
                entry.telling().actions(),
                what.when(),
                evidence(
                        what.kind(),
                        all == null ? 0 : all.total(),
                        what.organisations().size() + entry.newcomers().size(),
                        zero(amounts.staffHours()).add(zero(amounts.volunteerHours())),
                        amounts.copies() == null ? 0 : amounts.copies(),
                        amounts.quantity()));
    }

    /** The same for an unfinished form: unreadable values add nothing. */
    Recorded recorded(Form form, Collection<String> ticked, RealisationKind guessed) {
        LocalDate today = settings.today();
        BigDecimal quantity =
                number(form, "quantity").max(BigDecimal.ONE).min(BigDecimal.valueOf(Amounts.MOST_QUANTITY));
        Evidence adds = evidence(
                RealisationKind.named(form.value("kind")).orElse(guessed),
                sum(form, "count", "women", "men", "other", "notStated").longValue(),
                form.values(EntryForms.WITH).size()
                        + form.values(EntryForms.WITH + "-new").size(),
                hours(form, "hours").add(hours(form, "volunteerHours")),
                number(form, "copies").longValue(),
                quantity.intValue());
        return new Recorded(
                Set.copyOf(ServedChoice.ids(ticked)),
                WhenFields.days(form, today).orElse(Days.on(today)),
                adds);
    }

    private static BigDecimal sum(Form form, String... fields) {
        return Stream.of(fields).map(field -> number(form, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Form form, String field) {
        return Typed.number(form.value(field)).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal hours(Form form, String field) {
        return Typed.hours(form.value(field)).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal zero(@Nullable BigDecimal hours) {
        return hours == null ? BigDecimal.ZERO : hours;
    }

    private static Evidence evidence(
            RealisationKind kind, long participations, int organisations, BigDecimal hours, long copies, int quantity) {
        return new Evidence(1, null, null, participations, organisations, hours, copies, Map.of(kind.name(), quantity));
    }
}
