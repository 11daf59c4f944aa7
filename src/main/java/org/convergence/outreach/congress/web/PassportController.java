package org.convergence.outreach.congress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.Passport;
import org.convergence.outreach.congress.domain.Passport.PassportId;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PassportStep;
import org.convergence.outreach.congress.domain.Passport.PassportText;
import org.convergence.outreach.congress.domain.Passport.PathFacts;
import org.convergence.outreach.congress.domain.Passport.StepFacts;
import org.convergence.outreach.congress.domain.PassportQueries;
import org.convergence.outreach.congress.domain.PassportService;
import org.convergence.outreach.congress.web.CongressPage.CongressFormPage;
import org.convergence.outreach.congress.web.CongressPage.PassportListPage;
import org.convergence.outreach.congress.web.CongressPage.PassportPage;
import org.convergence.outreach.congress.web.CongressPage.PassportSummary;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Passports of resolutions: all on one page for the board, and each with its path in organisations. */
@Controller
@RequestMapping("/outreach/congress/passports")
@Requires(CongressPermissions.EDIT)
record PassportController(
        PassportService service,
        PassportQueries queries,
        GatheringService gatherings,
        PassportForm forms,
        CongressForm shared,
        OrganisationSettings settings,
        RecipientWords words,
        PaperDownload papers) {

    private static final Set<String> STEPS = Set.of("path", "step", "follow-up");
    private static final int MONTHS_TO_FOLLOW_UP = 6;

    @Bean
    static MenuEntry passportMenuEntry() {
        return MenuEntry.of("congress.passport.menu", CongressPage.PASSPORTS).requiring(CongressPermissions.READ);
    }

    @GetMapping
    @Requires(CongressPermissions.READ)
    ModelAndView list(Form asked) {
        return PageView.of(
                "outreach/congress/passports",
                new PassportListPage(summaries(), findGathering(asked).orElse(null), CongressController.mayEdit()));
    }

    private Optional<Gathering> findGathering(Form asked) {
        return Optional.ofNullable(asked.read(answers -> answers.optionalId(CongressForm.GATHERING)))
                .map(id -> gatherings.findById(new GatheringId(id)));
    }

    private List<PassportSummary> summaries() {
        Map<PassportId, List<PassportPath>> paths =
                queries.findPaths().stream().collect(Collectors.groupingBy(PassportPath::passport));
        return queries.findAll().stream()
                .map(each -> new PassportSummary(each, paths.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /** All passports on one sheet, for the board. */
    @GetMapping("/board.pdf")
    @Requires(CongressPermissions.READ)
    void sheet(Words t, HttpServletResponse response) throws IOException {
        papers.send(
                PassportSheetAssembler.assemble(summaries(), settings.current().name(), settings.today(), t),
                t.say("congress.sheet.file"),
                PaperFormat.PDF,
                t,
                response);
    }

    /** The model in a language, for a local to table under its own name. */
    @GetMapping("/{id}/model.docx")
    @Requires(CongressPermissions.READ)
    void model(@PathVariable PassportId id, @RequestParam(name = "in") String language, HttpServletResponse response)
            throws IOException {
        Passport it = queries.findById(id);
        PassportText text = queries.findTexts(id).stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new NotFound("text"));
        Words t = words.forLanguage(language);
        papers.send(
                PassportSheetAssembler.assembleModel(
                        it, text, settings.current().name(), t),
                t.say("congress.model.file") + "-" + language,
                PaperFormat.WORD,
                t,
                response);
    }

    @GetMapping("/{id}")
    @Requires(CongressPermissions.READ)
    ModelAndView show(@PathVariable PassportId id) {
        return PageView.of(
                "outreach/congress/passport",
                new PassportPage(
                        CongressPage.url(id),
                        queries.findById(id),
                        queries.findTexts(id),
                        queries.findPaths(id),
                        queries.findSteps(id).stream().collect(Collectors.groupingBy(PassportStep::path)),
                        settings.today(),
                        CongressController.mayEdit()));
    }

    @GetMapping("/new")
    ModelAndView open(Words t) {
        return formPage(null, null, "passport", Form.blank(), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return save(null, form, t);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PassportId id, Words t) {
        Passport it = queries.findById(id);
        return formPage(it, null, "passport", PassportForm.open(it, queries.findTexts(id)), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PassportId id, Form form, Words t) {
        return save(queries.findById(id), form, t);
    }

    private ModelAndView save(@Nullable Passport it, Form form, Words t) {
        return form.submit(
                answers -> Map.entry(it == null ? 0 : answers.version(), forms.read(answers)),
                input -> saved(service.save(it == null ? null : it.id(), input.getKey(), input.getValue())),
                () -> formPage(it, null, "passport", form, t));
    }

    private static SeeOther saved(PassportId id) {
        return SeeOther.to(CongressPage.url(id)).withNotice("congress.saved");
    }

    private ModelAndView formPage(@Nullable Passport it, @Nullable PassportPath path, String step, Form form, Words t) {
        String url = it == null ? CongressPage.PASSPORTS : CongressPage.url(it.id());
        String action = step.equals("passport")
                ? (it == null ? "/new" : "/edit")
                : "/paths/" + (path == null ? "new" : path.id() + "/" + step);
        String about = it == null ? null : it.title() + (path == null ? "" : " · " + path.organisationName());
        boolean isPath = step.equals("path");
        return PageView.of(
                "outreach/congress/form",
                new CongressFormPage(
                        step,
                        about,
                        url + action,
                        url,
                        form,
                        isPath
                                ? Map.of(
                                        CongressForm.ORGANISATION,
                                        shared.organisation(form, CongressForm.ORGANISATION),
                                        PassportForm.CARRIER,
                                        shared.organisation(form, PassportForm.CARRIER))
                                : Map.of(),
                        isPath ? shared.gatherings(path == null ? null : path.gathering(), t) : List.of(),
                        step.equals("passport") ? shared.lines(form) : path == null ? List.of() : next(path, t),
                        List.of(),
                        forms.languages().codes()));
    }

    private static List<Option> next(PassportPath path, Words t) {
        return path.state().next().stream()
                .map(each -> Option.of(each, t.say(each.key())))
                .toList();
    }

    @GetMapping("/{id}/paths/new")
    ModelAndView openPath(@PathVariable PassportId id, Form asked, Words t) {
        Form form = Form.blank();
        findGathering(asked)
                .ifPresent(at ->
                        form.with(CongressForm.GATHERING, at.id()).with(CongressForm.ORGANISATION, at.organisation()));
        return formPage(queries.findById(id), null, "path", form, t);
    }

    @PostMapping("/{id}/paths/new")
    ModelAndView addPath(@PathVariable PassportId id, Form form, Words t) {
        Passport it = queries.findById(id);
        return form.submit(
                forms::readPath,
                facts -> {
                    service.addPath(id, facts);
                    return saved(id);
                },
                () -> formPage(it, null, "path", form, t));
    }

    private PassportPath find(PassportId id, UUID path, String step) {
        PassportPath found = queries.findPath(path);
        if (!STEPS.contains(step) || !found.passport().equals(id)) {
            throw new NotFound("path");
        }
        return found;
    }

    @GetMapping("/{id}/paths/{path}/{step}")
    ModelAndView openStep(@PathVariable PassportId id, @PathVariable UUID path, @PathVariable String step, Words t) {
        PassportPath it = find(id, path, step);
        LocalDate today = settings.today();
        Form form = PassportForm.open(it)
                .with(PassportForm.ON.name(), today)
                .with(
                        PassportForm.FOLLOW_UP_ON.name(),
                        step.equals("step") ? today.plusMonths(MONTHS_TO_FOLLOW_UP) : null);
        return formPage(queries.findById(id), it, step, form, t);
    }

    @PostMapping("/{id}/paths/{path}/{step}")
    ModelAndView takeStep(
            @PathVariable PassportId id, @PathVariable UUID path, @PathVariable String step, Form form, Words t) {
        PassportPath it = find(id, path, step);
        return form.submit(
                answers -> read(it, step, answers),
                act -> {
                    act.run();
                    SeeOther done = saved(id);
                    return step.equals("step")
                            ? done.withUndo(CongressPage.url(id) + "/paths/" + path + "/acts/take-back")
                            : done;
                },
                () -> formPage(queries.findById(id), it, step, form, t));
    }

    /** Reads the form of a step; what it returns takes the step. */
    private Runnable read(PassportPath it, String step, FormValues answers) {
        int version = answers.version();
        if (step.equals("step")) {
            StepFacts facts = PassportForm.readStep(answers);
            return () -> service.addStep(it.id(), version, facts);
        }
        if (step.equals("follow-up")) {
            String found = answers.get(PassportForm.FOUND);
            LocalDate again = answers.find(PassportForm.FOLLOW_UP_ON);
            return () -> service.followUp(it.id(), version, found, again);
        }
        PathFacts facts = forms.readPath(answers);
        return () -> service.updatePath(it.id(), version, facts);
    }

    @PostMapping("/{id}/paths/{path}/acts/take-back")
    ModelAndView takeBack(@PathVariable PassportId id, @PathVariable UUID path) {
        find(id, path, "step");
        service.removeLastStep(path);
        return SeeOther.to(CongressPage.url(id)).withNotice("congress.taken-back");
    }
}
