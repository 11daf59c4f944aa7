package org.convergence.plan.observance.web;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.observance.ObservanceId;
import org.convergence.plan.observance.ObservancePermissions;
import org.convergence.plan.observance.domain.KnownDay;
import org.convergence.plan.observance.domain.ObservanceKind;
import org.convergence.plan.observance.domain.ObservanceQueries;
import org.convergence.plan.observance.domain.ObservanceQueries.LastYearFact;
import org.convergence.plan.observance.domain.ObservanceQueries.LastYearFile;
import org.convergence.plan.observance.domain.ObservanceQueries.LineHowTo;
import org.convergence.plan.observance.domain.ObservanceQueries.Observance;
import org.convergence.plan.observance.domain.ObservanceService;
import org.convergence.plan.observance.domain.ObservanceService.ObservanceFacts;
import org.convergence.plan.observance.domain.ObservanceYearState;
import org.convergence.plan.observance.web.ObservancePage.FilePart;
import org.convergence.plan.observance.web.ObservancePage.HowToExcerpt;
import org.convergence.plan.observance.web.ObservancePage.KnownDayItem;
import org.convergence.plan.observance.web.ObservancePage.LastYearPart;
import org.convergence.plan.observance.web.ObservancePage.ObservanceFormPage;
import org.convergence.plan.observance.web.ObservancePage.ObservanceListPage;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The days that return each year: their list with well-known ones to follow, the page of each, and its form. */
@Controller
@RequestMapping("/plan/observance")
@Requires(ObservancePermissions.FOLLOW)
record ObservanceController(
        ObservanceService service, ObservanceQueries queries, ObservanceForm forms, OrganisationSettings settings) {

    private static final int WEEKS_AHEAD = 6;
    private static final int FIRST_LINES = 4;
    private static final int FIRST_CHARACTERS = 400;

    @GetMapping
    @Requires(ObservancePermissions.READ)
    ModelAndView list(Words t) {
        LocalDate today = settings.today();
        List<Observance> days = queries.findAll();
        return PageView.of(
                "plan/observance/days",
                new ObservanceListPage(
                        days.stream()
                                .map(each -> ObservanceFormatter.item(each, today, t))
                                .toList(),
                        Stream.of(KnownDay.values())
                                .filter(each -> days.stream().noneMatch(followed -> isSame(followed, each)))
                                .sorted(Comparator.comparing(each -> each.next(today)))
                                .map(each -> new KnownDayItem(
                                        each,
                                        t.say(each.key()),
                                        ObservanceFormatter.date(each.next(today), each.moves(), t)))
                                .toList(),
                        CurrentActor.get().may(ObservancePermissions.FOLLOW)));
    }

    /** Whether a day that is followed is a well-known one, or was typed for the same date. */
    private static boolean isSame(Observance followed, KnownDay known) {
        boolean same = followed.known() == null
                ? followed.kind() == known.kind()
                        && MonthDay.of(followed.month(), followed.day()).equals(known.date())
                : followed.known().equals(known.name());
        return same && followed.endedOn() == null;
    }

    @GetMapping("/{id}")
    @Requires(ObservancePermissions.READ)
    ModelAndView show(@PathVariable ObservanceId id, Words t) {
        return page(queries.findById(id), null, t);
    }

    private ModelAndView page(Observance it, @Nullable Form typed, Words t) {
        Form date = Form.named("date").with("date", it.isSaid() ? it.date() : null);
        List<LastYearFact> facts = queries.findLastYear(it);
        Map<RealisationId, List<FilePart>> files = queries.findFiles(facts).stream()
                .collect(Collectors.groupingBy(
                        LastYearFile::realisation,
                        Collectors.mapping(
                                each -> new FilePart("/platform/document/" + each.document(), each.name()),
                                Collectors.toList())));
        return PageView.of(
                "plan/observance/day",
                new ObservancePage(
                        ObservancePage.url(it.id()),
                        it.date().getYear(),
                        it.name(),
                        it.kind(),
                        ObservanceFormatter.date(it.date(), it.isToConfirm(), t),
                        it.note(),
                        it.line() == null
                                ? null
                                : "/plan/actionplan/action/" + it.line().value(),
                        queries.findHowTos(it).stream()
                                .map(ObservanceController::howTo)
                                .toList(),
                        facts.stream()
                                .map(each -> lastYear(each, files.getOrDefault(each.id(), List.of()), t))
                                .toList(),
                        typed == null ? date : typed,
                        it.isToConfirm(),
                        it.state() == null && !it.isAhead(settings.today()),
                        it.isAhead(settings.today()) ? ObservanceFormatter.lastState(it, t) : null,
                        answeredYear(it),
                        it.isMissed(settings.today()),
                        it.endedOn() != null,
                        ObservanceFormatter.state(it, settings.today(), t),
                        CurrentActor.get().may(ObservancePermissions.FOLLOW)));
    }

    /** The year of the answer that the page tells; {@code null} without one. */
    private @Nullable Integer answeredYear(Observance it) {
        if (it.state() != null) {
            return it.date().getYear();
        }
        if (it.isAhead(settings.today()) && it.lastState() != null) {
            return it.date().getYear() - 1;
        }
        return null;
    }

    private static HowToExcerpt howTo(LineHowTo it) {
        String beginning = Markdown.toText(it.beginning())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(FIRST_LINES)
                .collect(Collectors.joining("\n"));
        return new HowToExcerpt(
                "/plan/howto/" + it.howto(), it.title(), TextShortener.shorten(beginning, FIRST_CHARACTERS));
    }

    private static LastYearPart lastYear(LastYearFact fact, List<FilePart> files, Words t) {
        String day = t.date(fact.startsOn());
        return new LastYearPart(
                "/plan/realisation/" + fact.id().value(),
                fact.title(),
                fact.hours() == null ? day : day + " · " + t.hours(fact.hours()),
                files);
    }

    /** The date on which a day comes in one year. */
    @PostMapping("/{id}/{year}/date")
    ModelAndView setDate(@PathVariable ObservanceId id, @PathVariable int year, Form form, Words t) {
        return form.submit(
                answers -> Optional.ofNullable(answers.optionalDate("date")),
                date -> service.setDate(id, year, date.orElse(null)),
                SeeOther.to(ObservancePage.url(id)).withNotice("observance.saved"),
                () -> page(queries.findById(id), form, t));
    }

    /** Follows a well-known day as it is; it can be changed afterwards. */
    @PostMapping("/known/{day}")
    ModelAndView follow(@PathVariable KnownDay day, Words t) {
        UUID person = CurrentActor.get().personId();
        ObservanceId id = service.follow(
                day,
                t.say(day.key()),
                t.say("observance.known.note", day.name()),
                WEEKS_AHEAD,
                person == null ? null : new PersonId(person));
        return SeeOther.to(ObservancePage.LIST)
                .withNotice("observance.followed", day.kind().name())
                .withUndo(ObservancePage.url(id) + "/end");
    }

    @GetMapping("/new")
    ModelAndView open(Words t) {
        return formPage(
                null,
                Form.blank()
                        .with(ObservanceForm.KIND, ObservanceKind.DAY)
                        .with(ObservanceForm.WEEKS.name(), WEEKS_AHEAD)
                        .with(ObservanceForm.RESPONSIBLE, CurrentActor.get().personId()),
                t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(forms::read, facts -> saved(service.save(null, 0, facts)), () -> formPage(null, form, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ObservanceId id, Words t) {
        Observance it = queries.findById(id);
        return formPage(it, ObservanceForm.open(it), t);
    }

    private record DayCorrection(int version, ObservanceFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ObservanceId id, Form form, Words t) {
        return form.submit(
                answers -> new DayCorrection(answers.version(), forms.read(answers)),
                input -> saved(service.save(id, input.version(), input.facts())),
                () -> formPage(queries.findById(id), form, t));
    }

    private static ModelAndView saved(ObservanceId id) {
        return SeeOther.to(ObservancePage.url(id)).withNotice("observance.saved");
    }

    private ModelAndView formPage(@Nullable Observance it, Form form, Words t) {
        String url = it == null ? ObservancePage.LIST : ObservancePage.url(it.id());
        return PageView.of(
                "plan/observance/day-form",
                new ObservanceFormPage(
                        it == null ? "observance.new" : "observance.edit",
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        ObservanceForm.kinds(t),
                        ObservanceForm.months(t),
                        forms.responsible(form),
                        forms.lines(form)));
    }

    @PostMapping("/{id}/{year}/prepared")
    ModelAndView prepared(@PathVariable ObservanceId id, @PathVariable int year) {
        return answered(id, year, ObservanceYearState.PREPARED);
    }

    @PostMapping("/{id}/{year}/skip")
    ModelAndView skip(@PathVariable ObservanceId id, @PathVariable int year) {
        return answered(id, year, ObservanceYearState.SKIPPED);
    }

    private ModelAndView answered(ObservanceId id, int year, ObservanceYearState state) {
        service.answer(id, year, state);
        return SeeOther.to(ObservancePage.url(id))
                .withNotice("observance.saved")
                .withUndo(ObservancePage.url(id) + "/" + year + "/reopen");
    }

    @PostMapping("/{id}/{year}/reopen")
    ModelAndView reopen(@PathVariable ObservanceId id, @PathVariable int year) {
        service.answer(id, year, null);
        return SeeOther.to(ObservancePage.url(id)).withNotice("observance.saved");
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable ObservanceId id) {
        service.end(id, true);
        return SeeOther.to(ObservancePage.LIST)
                .withNotice("observance.ended")
                .withUndo(ObservancePage.url(id) + "/follow");
    }

    @PostMapping("/{id}/follow")
    ModelAndView followAgain(@PathVariable ObservanceId id) {
        service.end(id, false);
        return SeeOther.to(ObservancePage.url(id)).withNotice("observance.saved");
    }

    @Bean
    static MenuEntry observanceMenuEntry() {
        return MenuEntry.of("observance.menu", ObservancePage.LIST).requiring(ObservancePermissions.READ);
    }
}
