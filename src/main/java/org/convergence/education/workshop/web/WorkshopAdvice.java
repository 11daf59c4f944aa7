package org.convergence.education.workshop.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.SchoolBreakService;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopPolicy;
import org.convergence.education.workshop.domain.WorkshopPolicy.FacilitatorFit;
import org.convergence.education.workshop.domain.WorkshopRequest;
import org.convergence.education.workshop.domain.WorkshopRequestFacts;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What helps to answer: the hours left in each year, and who is free on each date. */
@Component
record WorkshopAdvice(WorkshopCatalogue catalogue, SchoolBreakService breaks, OrganisationSettings settings) {

    /** Hours of preparation and travel that a session is supposed to take besides itself. */
    private static final int USUAL_EXTRA = 2;

    /** The sentences beside a request: hours left, then who is free on each date, then what to heed. */
    List<String> describe(WorkshopRequestFacts facts, Words t) {
        List<String> lines = new ArrayList<>();
        List<LocalDate> days = facts.wishedDays();
        Stream.concat(Stream.of(settings.today()), days.stream())
                .map(LocalDate::getYear)
                .distinct()
                .forEach(year -> lines.add(WorkshopFormatter.capacity(catalogue.findCapacity(year), t)));
        for (LocalDate day : days) {
            List<String> free = fits(facts, day);
            lines.add(
                    day.isBefore(settings.today())
                            ? t.say("workshop.advice.past", t.capital(t.dayAndDate(day)))
                            : free.isEmpty()
                                    ? t.say("workshop.advice.nobody", t.capital(t.dayAndDate(day)))
                                    : t.say("workshop.advice.free", t.capital(t.dayAndDate(day)), t.list(free)));
        }
        breaks.findAhead()
                .forEach(each -> days.stream()
                        .filter(each::contains)
                        .forEach(day ->
                                lines.add(t.say("workshop.advice.break", t.capital(t.dayAndDate(day)), each.name()))));
        if (facts.people() != null && facts.people() > WorkshopPolicy.LARGEST_GROUP) {
            lines.add(t.say("workshop.advice.large", facts.people(), WorkshopPolicy.LARGEST_GROUP));
        }
        return lines;
    }

    private List<String> fits(WorkshopRequestFacts facts, LocalDate day) {
        return catalogue.findFits(facts.workshop(), facts.region(), day, null).stream()
                .filter(FacilitatorFit::fits)
                .map(fit -> fit.facilitator().name())
                .toList();
    }

    /** The form of a date, filled with the first wished one on which a facilitator fits. */
    Form propose(WorkshopRequest request) {
        WorkshopRequestFacts facts = request.facts();
        Form form = Form.blank()
                .atVersion(request.version())
                .with("workshop", facts.workshop())
                .with("region", facts.region())
                .with(WorkshopRequestForm.PLACE.name(), facts.place())
                .with(WorkshopRequestForm.HOURS.name(), hours(facts.workshop()));
        List<LocalDate> days = facts.wishedDays().stream()
                .filter(day -> !day.isBefore(settings.today()))
                .toList();
        if (!days.isEmpty()) {
            form.with(WorkshopRequestForm.DAY.name(), days.get(0));
        }
        for (LocalDate day : days) {
            Optional<FacilitatorFit> fit = catalogue.findFits(facts.workshop(), facts.region(), day, null).stream()
                    .filter(FacilitatorFit::fits)
                    .findFirst();
            if (fit.isPresent()) {
                return form.with(WorkshopRequestForm.DAY.name(), day)
                        .with("facilitators", List.of(fit.get().facilitator().id()));
            }
        }
        return form;
    }

    /** Whole hours, the session itself among them. */
    private @Nullable Integer hours(@Nullable WorkshopId id) {
        return id == null ? null : (catalogue.findById(id).minutes() + 59) / 60 + USUAL_EXTRA;
    }

    /** The facilitators to choose from on the day of a form, those that fit first. */
    List<Option> facilitators(Form form, @Nullable WorkshopSessionId except, Words t) {
        UUID workshop = TextParser.id(form.value("workshop")).orElse(null);
        String region = form.filled("region") ? form.value("region") : null;
        LocalDate day =
                DateReader.read(form.value(WorkshopRequestForm.DAY.name())).orElse(settings.today());
        return catalogue.findFits(workshop == null ? null : new WorkshopId(workshop), region, day, except).stream()
                .map(fit -> Option.of(fit.facilitator().id(), WorkshopFormatter.fit(fit, t)))
                .toList();
    }
}
