package org.convergence.plan.realisation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.ContributionSource;
import org.convergence.plan.realisation.ContributionSource.RecordedEvidence;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldFormat;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Tells where a realisation will count, as its contributors name it: while it is entered, and once it is recorded. */
@Component
class ContributionPreview {

    private final List<ContributionSource> contributors;
    private final OrganisationSettings settings;

    ContributionPreview(List<ContributionSource> contributors, OrganisationSettings settings) {
        this.contributors = contributors.stream()
                .sorted(Comparator.comparingInt(ContributionSource::order))
                .toList();
        this.settings = settings;
    }

    /** « rapport annuel et Plan d’action (1.2) »; empty where it counts nowhere. */
    String describe(RecordedEvidence what, Words t) {
        List<String> counts = contributors.stream()
                .flatMap(each -> each.describe(what, t).stream())
                .distinct()
                .toList();
        return counts.isEmpty() ? "" : t.list(counts);
    }

    /** What an entry adds to the evidence of each line that it serves. */
    static RecordedEvidence recorded(RealisationEntry entry) {
        RealisationDetails what = entry.happening();
        Participations all = what.participations();
        Amounts amounts = entry.amounts();
        return new RecordedEvidence(
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
    RecordedEvidence recorded(Form form, Collection<String> ticked, RealisationKind guessed) {
        LocalDate today = settings.today();
        BigDecimal quantity =
                number(form, "quantity").max(BigDecimal.ONE).min(BigDecimal.valueOf(Amounts.MOST_QUANTITY));
        ActionEvidence adds = evidence(
                RealisationKind.named(form.value("kind")).orElse(guessed),
                sum(form, "count", "women", "men", "other", "notStated").longValue(),
                form.values(RealisationForm.WITH).size()
                        + form.values(RealisationForm.WITH + "-new").size(),
                hours(form, "hours").add(hours(form, "volunteerHours")),
                number(form, "copies").longValue(),
                quantity.intValue());
        return new RecordedEvidence(
                Set.copyOf(ServedLineChoice.parseIds(ticked)),
                RealisationDateFields.days(form, today).orElse(DayRange.on(today)),
                adds);
    }

    private static BigDecimal sum(Form form, String... fields) {
        return Stream.of(fields).map(field -> number(form, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Form form, String field) {
        return FieldFormat.parseNumber(form.value(field)).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal hours(Form form, String field) {
        return FieldFormat.parseHours(form.value(field)).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal zero(@Nullable BigDecimal hours) {
        return hours == null ? BigDecimal.ZERO : hours;
    }

    private static ActionEvidence evidence(
            RealisationKind kind, long participations, int organisations, BigDecimal hours, long copies, int quantity) {
        return new ActionEvidence(
                1, null, null, participations, organisations, hours, copies, Map.of(kind.name(), quantity));
    }

    /** « Enregistré. Comptera pour : … », with an undo button. */
    ModelAndView recorded(Form form, RealisationId id, RealisationEntry entry, Words t) {
        return message(form, id, entry, t).withUndo(RealisationPage.url(id, "/undo"));
    }

    /** As above, for an existing planned realisation. */
    SeeOther message(Form form, RealisationId id, RealisationEntry entry, Words t) {
        SeeOther go = SeeOther.to(returnAddress(form, RealisationPage.url(id, "")));
        if (entry.happening().when().to().isAfter(settings.today())) {
            return go.withNotice("realisation.planned", entry.happening().when().to());
        }
        String counts = describe(recorded(entry), t);
        return counts.isEmpty()
                ? go.withNotice("realisation.recorded.unattached")
                : go.withNotice("realisation.recorded", counts);
    }

    /** The page of origin in the form, if it is one of the application. */
    static String returnAddress(Form form, String otherwise) {
        return SeeOther.isLocal(form.value("from")) ? form.value("from") : otherwise;
    }
}
