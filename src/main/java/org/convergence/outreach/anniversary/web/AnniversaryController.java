package org.convergence.outreach.anniversary.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.anniversary.AnniversaryPermissions;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries.AnniversaryRow;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries.OpenTask;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries.PartRow;
import org.convergence.outreach.anniversary.domain.AnniversaryService;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryFacts;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryId;
import org.convergence.outreach.anniversary.web.AnniversaryPage.AnniversaryFormPage;
import org.convergence.outreach.anniversary.web.AnniversaryPage.AnniversaryListPage;
import org.convergence.outreach.anniversary.web.AnniversaryPage.ProgrammeDay;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.checklist.Checklists;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of anniversaries, the page of the committee of each, and their form. */
@Controller
@RequestMapping("/outreach/anniversary")
@Requires(AnniversaryPermissions.EDIT)
record AnniversaryController(
        AnniversaryService service,
        AnniversaryQueries queries,
        AnniversaryForm forms,
        Checklists checklists,
        ActionPlans plans,
        OrganisationSettings settings) {

    @Bean
    static MenuEntry anniversaryMenuEntry() {
        return MenuEntry.of("anniversary.menu", AnniversaryPage.LIST).requiring(AnniversaryPermissions.READ);
    }

    private static boolean may(String permission) {
        return CurrentActor.get().may(permission);
    }

    @GetMapping
    @Requires(AnniversaryPermissions.READ)
    ModelAndView list() {
        return PageView.of(
                "outreach/anniversary/list",
                new AnniversaryListPage(queries.findAll(), may(AnniversaryPermissions.EDIT)));
    }

    @GetMapping("/{id}")
    @Requires(AnniversaryPermissions.READ)
    ModelAndView show(@PathVariable AnniversaryId id, Words t) {
        return page(id, Form.blank().with(AnniversaryForm.NEEDS_POST.name(), true), t);
    }

    private ModelAndView page(AnniversaryId id, Form form, Words t) {
        AnniversaryRow it = queries.findById(id);
        List<PartRow> parts = queries.findParts(id);
        List<OpenTask> tasks = queries.findOpenTasks(id);
        boolean edits = may(AnniversaryPermissions.EDIT);
        return PageView.of(
                "outreach/anniversary/show",
                new AnniversaryPage(
                        it,
                        it.line() == null
                                ? null
                                : plans.findLinesById(List.of(it.line())).values().stream()
                                        .map(PlanLine::label)
                                        .findFirst()
                                        .orElse(null),
                        parts,
                        days(it, parts, tasks, t),
                        atRisk(it, parts, tasks, t),
                        checklists.part(AnniversaryService.KIND, id.value(), edits, t),
                        may(AnniversaryPermissions.READ_SUMS),
                        edits ? form : null,
                        edits ? forms.parts(id, t) : List.of()));
    }

    /** Meetings of the committee, days of the parts and of the work to do, from today on. */
    private List<ProgrammeDay> days(AnniversaryRow it, List<PartRow> parts, List<OpenTask> tasks, Words t) {
        LocalDate today = settings.today();
        List<ProgrammeDay> days = new ArrayList<>();
        if (it.body() != null) {
            queries.findMeetings(it.body(), today)
                    .forEach(each -> days.add(new ProgrammeDay(
                            each.day(), t.say("anniversary.meeting"), "/outreach/assembly/meetings/" + each.id())));
        }
        for (PartRow each : parts) {
            LocalDate day = each.day();
            if (day != null && !each.isOff() && !day.isBefore(today)) {
                days.add(new ProgrammeDay(day, t.say("anniversary.day." + each.kind(), each.title()), each.url()));
            }
        }
        for (OpenTask each : tasks) {
            LocalDate due = each.dueOn();
            if (due != null && !due.isBefore(today)) {
                days.add(new ProgrammeDay(due, each.label(), "#checklist"));
            }
        }
        days.sort(Comparator.comparing(ProgrammeDay::day));
        return days;
    }

    /** What depends on a person who is not found: parts that need the post, and work that nobody took. */
    private List<String> atRisk(AnniversaryRow it, List<PartRow> parts, List<OpenTask> tasks, Words t) {
        if (!it.isPostVacant()) {
            return List.of();
        }
        LocalDate today = settings.today();
        List<String> atRisk = new ArrayList<>();
        for (PartRow each : parts) {
            LocalDate day = each.day();
            if (each.needsPost() && !each.isOff() && (day == null || !day.isBefore(today))) {
                atRisk.add(withDay(each.title(), day, t));
            }
        }
        tasks.stream()
                .filter(each -> !each.isTaken())
                .forEach(each -> atRisk.add(withDay(each.label(), each.dueOn(), t)));
        return atRisk;
    }

    private static String withDay(String what, @Nullable LocalDate day, Words t) {
        return day == null ? what : t.say("anniversary.risk.day", what, day);
    }

    @GetMapping("/new")
    ModelAndView open() {
        return formPage(null, Form.blank());
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                AnniversaryForm::read, facts -> saved(service.save(null, 0, facts)), () -> formPage(null, form));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AnniversaryId id) {
        AnniversaryRow it = queries.findById(id);
        return formPage(it, AnniversaryForm.open(it));
    }

    private record AnniversaryCorrection(int version, AnniversaryFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AnniversaryId id, Form form) {
        return form.submit(
                answers -> new AnniversaryCorrection(answers.version(), AnniversaryForm.read(answers)),
                input -> saved(service.save(id, input.version(), input.facts())),
                () -> formPage(queries.findById(id), form));
    }

    private static SeeOther saved(AnniversaryId id) {
        return SeeOther.to(AnniversaryPage.url(id)).withNotice("anniversary.saved");
    }

    private ModelAndView formPage(@Nullable AnniversaryRow it, Form form) {
        String url = it == null ? AnniversaryPage.LIST : AnniversaryPage.url(it.id());
        return PageView.of(
                "outreach/anniversary/form",
                new AnniversaryFormPage(
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        forms.bodies(),
                        forms.lineOptions(form)));
    }

    @PostMapping("/{id}/parts")
    ModelAndView addPart(@PathVariable AnniversaryId id, Form form, Words t) {
        return form.submit(
                (FormValues answers) -> forms.readPart(id, answers),
                facts -> {
                    service.addPart(id, facts);
                    return saved(id);
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/parts/{part}/remove")
    ModelAndView removePart(@PathVariable AnniversaryId id, @PathVariable UUID part) {
        service.removePart(id, part);
        return SeeOther.to(AnniversaryPage.url(id)).withNotice("anniversary.removed");
    }

    /** Anniversaries in the global search, by name. */
    @Bean
    static SearchSource anniversarySearch(SearchSourceFactory sources) {
        return sources.create("anniversary.menu", 48, AnniversaryPermissions.READ, "outreach.anniversary", """
                SELECT a.name AS title, NULL AS detail, a.starts_on AS day, '/outreach/anniversary/' || a.id AS url
                FROM outreach.anniversary a
                WHERE platform.fold(a.name) LIKE '%' || platform.fold(:text) || '%' ORDER BY a.starts_on DESC, a.id LIMIT :limit
                """);
    }
}
