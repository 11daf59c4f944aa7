package org.convergence.education.workshop.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.FacilitatorId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.domain.Facilitator;
import org.convergence.education.workshop.domain.Facilitator.FacilitatorFacts;
import org.convergence.education.workshop.domain.SchoolBreakService;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopPolicy.YearCapacity;
import org.convergence.education.workshop.web.WorkshopPage.BreakRow;
import org.convergence.education.workshop.web.WorkshopPage.PoolPage;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFormPage;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopItem;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pool of facilitators, and the hours of the year. */
@Controller
@RequestMapping("/education/workshop/facilitators")
@Requires(WorkshopPermissions.EDIT)
record FacilitatorController(
        WorkshopCatalogue catalogue,
        SchoolBreakService breaks,
        WorkshopForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    @GetMapping
    @Requires(WorkshopPermissions.READ)
    ModelAndView list(Words t) {
        return page(null, null, t);
    }

    private Form capacity() {
        YearCapacity now = catalogue.findCapacity(settings.today().getYear());
        return Form.blank()
                .with(WorkshopForm.YEAR.name(), String.valueOf(now.year()))
                .with(WorkshopForm.HOURS.name(), now.hours());
    }

    private ModelAndView page(@Nullable Form capacity, @Nullable Form closing, Words t) {
        boolean mayEdit = CurrentActor.get().may(WorkshopPermissions.EDIT);
        Map<UUID, String> titles = new HashMap<>();
        catalogue.findAll().forEach(each -> titles.put(each.id(), each.title()));
        int year = settings.today().getYear();
        return PageView.of(
                "education/workshop/pool",
                new PoolPage(
                        WorkshopPage.tabs(WorkshopPage.POOL, t),
                        Stream.of(year, year + 1)
                                .map(each -> WorkshopFormatter.capacity(catalogue.findCapacity(each), t))
                                .toList(),
                        catalogue.findFacilitators().stream()
                                .map(each -> item(each, titles, mayEdit, t))
                                .toList(),
                        mayEdit ? Objects.requireNonNullElseGet(capacity, this::capacity) : null,
                        breaks.findAhead().stream()
                                .map(each -> new BreakRow(
                                        each.name(),
                                        t.period(each.fromOn(), each.untilOn()),
                                        mayEdit ? WorkshopPage.POOL + "/breaks/" + each.id() + "/remove" : null))
                                .toList(),
                        mayEdit ? Objects.requireNonNullElseGet(closing, () -> Form.named("break")) : null));
    }

    private record BreakInput(String name, LocalDate from, LocalDate until) {}

    /** Weeks in which schools are closed, from one of their calendars. */
    @PostMapping("/breaks")
    ModelAndView addBreak(Form form, Words t) {
        return form.submit(
                answers -> {
                    LocalDate from = answers.get(WorkshopForm.CLOSED_FROM);
                    LocalDate until = answers.get(WorkshopForm.CLOSED_UNTIL);
                    if (until.isBefore(from) || until.isAfter(from.plusDays(SchoolBreakService.LONGEST))) {
                        answers.reject(WorkshopForm.CLOSED_UNTIL.name(), "workshop.refused.break");
                    }
                    return new BreakInput(answers.get(WorkshopForm.CLOSED), from, until);
                },
                input -> {
                    breaks.add(input.name(), input.from(), input.until());
                    return SeeOther.to(WorkshopPage.POOL + "#breaks").withNotice("workshop.saved");
                },
                () -> page(null, form, t));
    }

    @PostMapping("/breaks/{id}/remove")
    ModelAndView removeBreak(@PathVariable UUID id) {
        breaks.remove(id);
        return SeeOther.to(WorkshopPage.POOL + "#breaks").withNotice("workshop.saved");
    }

    private static WorkshopItem item(Facilitator it, Map<UUID, String> titles, boolean mayEdit, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(
                it.workshops().isEmpty()
                        ? t.say("workshop.facilitator.none-mastered")
                        : t.list(it.workshops().stream()
                                .map(id -> String.valueOf(titles.get(id)))
                                .sorted()
                                .toList()));
        detail.add(
                it.regions().isEmpty()
                        ? t.say("workshop.facilitator.anywhere")
                        : t.list(it.regions().stream()
                                .map(code -> Place.of(code).name(t))
                                .toList()));
        if (!it.note().isEmpty()) {
            detail.add(it.note());
        }
        if (it.checkedOn() != null && it.checkedBy() != null) {
            detail.add(t.say("workshop.facilitator.checked", it.checkedOn(), it.checkedBy()));
        }
        return new WorkshopItem(
                mayEdit ? WorkshopPage.POOL + "/" + it.id().value() : PartyUrls.of(it.person()),
                it.name(),
                String.join(" · ", detail),
                it.active() ? Tone.OK : Tone.REST,
                t.say(it.active() ? "workshop.facilitator.active" : "workshop.facilitator.left"),
                false);
    }

    private record CapacityInput(int year, BigDecimal hours) {}

    @PostMapping("/capacity")
    ModelAndView setCapacity(Form form, Words t) {
        return form.submit(
                answers -> new CapacityInput(answers.get(WorkshopForm.YEAR), answers.get(WorkshopForm.HOURS)),
                input -> {
                    catalogue.setCapacity(input.year(), input.hours());
                    return SeeOther.to(WorkshopPage.POOL).withNotice("workshop.saved");
                },
                () -> page(form, null, t));
    }

    @GetMapping("/new")
    ModelAndView add() {
        return formPage(null, Form.blank().with(WorkshopForm.ACTIVE.name(), true));
    }

    private record NewFacilitatorInput(PersonId person, FacilitatorFacts facts) {}

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> new NewFacilitatorInput(forms.readPerson(answers), forms.readFacilitator(answers)),
                input -> {
                    catalogue.addFacilitator(input.person(), input.facts());
                    return SeeOther.to(WorkshopPage.POOL).withNotice("workshop.saved");
                },
                () -> formPage(null, form));
    }

    @GetMapping("/{id}")
    ModelAndView edit(@PathVariable FacilitatorId id) {
        Facilitator it = catalogue.findFacilitator(id);
        return formPage(it, WorkshopForm.open(it));
    }

    private record FacilitatorInput(int version, FacilitatorFacts facts) {}

    @PostMapping("/{id}")
    ModelAndView edit(@PathVariable FacilitatorId id, Form form) {
        return form.submit(
                answers -> new FacilitatorInput(answers.version(), forms.readFacilitator(answers)),
                input -> {
                    catalogue.updateFacilitator(id, input.version(), input.facts());
                    return SeeOther.to(WorkshopPage.POOL).withNotice("workshop.saved");
                },
                () -> formPage(catalogue.findFacilitator(id), form));
    }

    private ModelAndView formPage(@Nullable Facilitator it, Form form) {
        return PageView.of(
                "education/workshop/facilitator",
                new WorkshopFormPage(
                        it == null ? "workshop.facilitator.new" : "workshop.facilitator.edit",
                        it == null ? null : it.name(),
                        WorkshopPage.POOL + "/" + (it == null ? "new" : it.id().value()),
                        WorkshopPage.POOL,
                        form,
                        Map.of("workshops", forms.workshops(), "regions", WorkshopFormatter.regions()),
                        null,
                        it == null ? chooser.persons(form, WorkshopForm.PERSON, 1, List.of()) : null,
                        List.of()));
    }
}
