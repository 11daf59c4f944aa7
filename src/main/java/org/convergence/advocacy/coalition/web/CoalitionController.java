package org.convergence.advocacy.coalition.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.domain.CoalitionQueries;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionRow;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatRow;
import org.convergence.advocacy.coalition.domain.CoalitionService;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionFacts;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionSeatFacts;
import org.convergence.advocacy.coalition.domain.SeatPolicy.SeatPower;
import org.convergence.advocacy.coalition.web.CoalitionPage.CoalitionFormPage;
import org.convergence.advocacy.coalition.web.CoalitionPage.CoalitionGroup;
import org.convergence.advocacy.coalition.web.CoalitionPage.CoalitionItem;
import org.convergence.advocacy.coalition.web.CoalitionPage.CoalitionListPage;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.time.TeamCapacity;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of coalitions, and the forms of a coalition and of a seat. */
@Controller
@RequestMapping("/advocacy/coalition")
@Requires(CoalitionPermissions.FOLLOW)
record CoalitionController(
        CoalitionService service,
        CoalitionQueries queries,
        CoalitionForm forms,
        PartyChooser chooser,
        PeopleDirectory people,
        TeamCapacity capacity,
        OrganisationSettings settings) {

    private static final int YEAR = 12;

    @GetMapping
    @Requires(CoalitionPermissions.READ)
    ModelAndView list(Words t) {
        List<CoalitionRow> all = queries.findAll();
        List<CoalitionGroup> groups = Stream.of(
                        group("coalition.group.concerned", all, row -> row.leftOn() == null && row.concerned(), t),
                        group("coalition.group.allied", all, row -> row.leftOn() == null && !row.concerned(), t),
                        group("coalition.group.left", all, row -> row.leftOn() != null, t))
                .filter(each -> !each.items().isEmpty())
                .toList();
        return PageView.of(
                "advocacy/coalition/coalitions",
                new CoalitionListPage(
                        groups, capacity(all, t), CurrentActor.get().may(CoalitionPermissions.FOLLOW)));
    }

    private CoalitionGroup group(String key, List<CoalitionRow> all, Predicate<CoalitionRow> which, Words t) {
        return new CoalitionGroup(
                t.say(key), all.stream().filter(which).map(row -> item(row, t)).toList());
    }

    private CoalitionItem item(CoalitionRow row, Words t) {
        LocalDate today = settings.today();
        List<String> detail = new ArrayList<>();
        detail.add(t.say("coalition.seats.count", row.seats()));
        if (row.hours().signum() > 0) {
            detail.add(t.say("coalition.hours", t.hours(row.hours())));
        }
        if (row.reviewOn() != null) {
            detail.add(t.say("coalition.review", row.reviewOn()));
        }
        return new CoalitionItem(
                CoalitionPage.url(row.id()),
                row.name(),
                String.join(" · ", detail),
                row.reviewOn() != null && row.reviewOn().isBefore(today));
    }

    /** « Nos sièges prennent 84 h par an; l’équipe aura 1 900 h d’ici un an (4 %) ». */
    private @Nullable String capacity(List<CoalitionRow> all, Words t) {
        BigDecimal asked = all.stream()
                .filter(row -> row.leftOn() == null)
                .map(CoalitionRow::hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (asked.signum() == 0) {
            return null;
        }
        BigDecimal available = capacity.months(YEAR).stream()
                .map(MonthAhead::available)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP);
        return available.signum() <= 0
                ? t.say("coalition.capacity.unknown", t.hours(asked))
                : t.say(
                        "coalition.capacity",
                        t.hours(asked),
                        t.hours(available),
                        t.percent(asked.setScale(0, RoundingMode.HALF_UP).longValue(), available.longValue()));
    }

    @GetMapping("/new")
    ModelAndView open() {
        return coalitionForm(Form.blank(), null);
    }

    private record NewCoalition(ChosenParties<OrganisationId> organisation, CoalitionFacts facts) {}

    private NewCoalition readNew(FormValues answers) {
        ChosenParties<OrganisationId> chosen =
                chooser.chosenOrganisations(answers.form(), CoalitionForm.ORGANISATION, 1);
        if (chosen.isEmpty() && answers.form().problem(CoalitionForm.ORGANISATION) == null) {
            answers.reject(CoalitionForm.ORGANISATION, "shell.form.required");
        }
        return new NewCoalition(chosen, CoalitionForm.readCoalition(answers));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                this::readNew,
                input -> {
                    OrganisationId known = input.organisation().first();
                    CoalitionId id = service.add(
                            known != null
                                    ? known
                                    : people.findOrCreateOrganisation(
                                            input.organisation().newcomers().get(0)),
                            input.facts());
                    return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.added");
                },
                () -> coalitionForm(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable CoalitionId id) {
        CoalitionRow it = queries.findById(id);
        return coalitionForm(CoalitionForm.open(it), it);
    }

    private record CoalitionCorrection(int version, CoalitionFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable CoalitionId id, Form form) {
        return form.submit(
                answers -> new CoalitionCorrection(answers.version(), CoalitionForm.readCoalition(answers)),
                input -> {
                    service.update(id, input.version(), input.facts());
                    return saved(id);
                },
                () -> coalitionForm(form, queries.findById(id)));
    }

    private static ModelAndView saved(CoalitionId id) {
        return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.saved");
    }

    private ModelAndView coalitionForm(Form form, @Nullable CoalitionRow it) {
        String url = it == null ? CoalitionPage.LIST : CoalitionPage.url(it.id());
        return PageView.of(
                "advocacy/coalition/coalition-form",
                new CoalitionFormPage(
                        it == null ? "coalition.new" : "coalition.edit",
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        it == null ? chooser.organisations(form, CoalitionForm.ORGANISATION, 1, List.of()) : null,
                        forms.lines(form),
                        null,
                        null));
    }

    @GetMapping("/{id}/seats/new")
    ModelAndView openSeat(@PathVariable CoalitionId id) {
        Form form = Form.blank()
                .with(CoalitionForm.HOLDER, CurrentActor.get().personId())
                .with(CoalitionForm.POWER.name(), SeatPower.CONSULTS)
                .with(CoalitionForm.REVIEW.name(), settings.today().plusYears(1));
        return seatForm(id, "/seats/new", "coalition.seat.new", form);
    }

    @PostMapping("/{id}/seats/new")
    ModelAndView addSeat(@PathVariable CoalitionId id, Form form) {
        return form.submit(
                forms::readSeat,
                facts -> {
                    service.addSeat(id, facts);
                    return saved(id);
                },
                () -> seatForm(id, "/seats/new", "coalition.seat.new", form));
    }

    @GetMapping("/{id}/seats/{seat}")
    ModelAndView editSeat(@PathVariable CoalitionId id, @PathVariable CoalitionSeatId seat) {
        CoalitionSeatRow it = queries.findSeat(seat);
        return seatForm(id, "/seats/" + seat.value(), "coalition.seat.edit", CoalitionForm.open(it));
    }

    private record SeatCorrection(int version, CoalitionSeatFacts facts) {}

    @PostMapping("/{id}/seats/{seat}")
    ModelAndView editSeat(@PathVariable CoalitionId id, @PathVariable CoalitionSeatId seat, Form form) {
        return form.submit(
                answers -> new SeatCorrection(answers.version(), forms.readSeat(answers)),
                input -> {
                    service.updateSeat(seat, input.version(), input.facts());
                    return saved(id);
                },
                () -> seatForm(id, "/seats/" + seat.value(), "coalition.seat.edit", form));
    }

    private ModelAndView seatForm(CoalitionId id, String path, String key, Form form) {
        String url = CoalitionPage.url(id);
        return PageView.of(
                "advocacy/coalition/coalition-form",
                new CoalitionFormPage(
                        key,
                        queries.findById(id).name(),
                        url + path,
                        url,
                        form,
                        null,
                        List.of(),
                        chooser.persons(form, CoalitionForm.HOLDER, 1, List.of()),
                        chooser.persons(form, CoalitionForm.SUBSTITUTE, 1, List.of())));
    }
}
