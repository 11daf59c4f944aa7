package org.convergence.safety.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.assessment.AssessmentPermissions;
import org.convergence.safety.assessment.domain.AssessmentService;
import org.convergence.safety.assessment.domain.AssessmentService.Answer;
import org.convergence.safety.assessment.domain.AssessmentService.AssessedQuestion;
import org.convergence.safety.assessment.domain.AssessmentService.Assessment;
import org.convergence.safety.assessment.domain.AssessmentService.AssessmentId;
import org.convergence.safety.assessment.domain.BaseGrid;
import org.convergence.safety.assessment.domain.BaseGridTranslator;
import org.convergence.safety.assessment.domain.GridParser;
import org.convergence.safety.assessment.domain.GridParser.GridQuestion;
import org.convergence.safety.assessment.web.AssessmentPage.BeginPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The self-assessment: years side by side, the headings of one year, its report. */
@Controller
@RequestMapping("/safety/assessment")
@Requires(AssessmentPermissions.EDIT)
record AssessmentController(
        AssessmentService service,
        AssessmentPageAssembler pages,
        BaseGridTranslator grid,
        PartyChooser chooser,
        OrganisationSettings settings,
        PaperDownload papers) {

    @GetMapping
    @Requires(AssessmentPermissions.READ)
    ModelAndView list(Words t) {
        return PageView.of("safety/assessment/assessments", pages.assembleYears(t));
    }

    /** The form holds the grid of the last year, or the base grid before the first. */
    @GetMapping("/new")
    ModelAndView begin(Words t) {
        int year = settings.today().getYear();
        List<GridQuestion> grid = service.findBefore(year)
                .map(each -> service.findQuestions(each.id()).values().stream()
                        .flatMap(List::stream)
                        .map(question -> new GridQuestion(question.heading(), question.text()))
                        .toList())
                .orElseGet(() -> BaseGrid.questions(t));
        return beginPage(Form.blank()
                .with(AssessmentForm.YEAR.name(), String.valueOf(year))
                .with(AssessmentForm.SOURCE.name(), t.say("assessment.menu"))
                .with(AssessmentForm.GRID.name(), GridParser.format(grid)));
    }

    private record BeginInput(int year, String source, String grid) {}

    @PostMapping("/new")
    ModelAndView begin(Form form) {
        return form.submit(
                answers -> new BeginInput(
                        answers.get(AssessmentForm.YEAR),
                        answers.get(AssessmentForm.SOURCE),
                        answers.get(AssessmentForm.GRID)),
                input -> SeeOther.to(AssessmentPage.url(
                                service.begin(input.year(), input.source(), GridParser.parse(input.grid()))))
                        .withNotice("assessment.begun"),
                () -> beginPage(form));
    }

    private static ModelAndView beginPage(Form form) {
        return PageView.of("safety/assessment/begin", new BeginPage(form));
    }

    @GetMapping("/{id}")
    @Requires(AssessmentPermissions.READ)
    ModelAndView show(@PathVariable AssessmentId id, Words t) {
        return page(id, null, t);
    }

    private ModelAndView page(AssessmentId id, @Nullable Form close, Words t) {
        return PageView.of("safety/assessment/assessment", pages.assemble(id, close, t));
    }

    @GetMapping("/{id}/headings/{number}")
    @Requires(AssessmentPermissions.READ)
    ModelAndView showHeading(@PathVariable AssessmentId id, @PathVariable int number, Words t) {
        return PageView.of("safety/assessment/heading", pages.assembleHeading(id, number, null, t));
    }

    private record HeadingInput(int version, List<Answer> answers) {}

    @PostMapping("/{id}/headings/{number}")
    ModelAndView answer(@PathVariable AssessmentId id, @PathVariable int number, Form form, Words t) {
        Map<String, List<AssessedQuestion>> questions = service.findQuestions(id);
        String heading = AssessmentPageAssembler.findHeading(questions, number);
        return form.submit(
                answers -> new HeadingInput(
                        answers.version(), AssessmentForm.read(answers, questions.getOrDefault(heading, List.of()))),
                input -> {
                    service.answer(id, heading, input.version(), input.answers());
                    String url = AssessmentPage.url(id);
                    return SeeOther.to(number < questions.size() ? url + "/headings/" + (number + 1) : url)
                            .withNotice("assessment.saved", grid.translate(heading, t));
                },
                () -> PageView.of("safety/assessment/heading", pages.assembleHeading(id, number, form, t)));
    }

    private record CloseInput(int version, @Nullable PersonId owner, LocalDate dueOn) {}

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable AssessmentId id, Form form, Words t) {
        return form.submit(
                answers -> new CloseInput(
                        answers.version(),
                        chooser.chosenPersons(form, AssessmentForm.OWNER, 1).first(),
                        answers.get(AssessmentForm.DUE_ON)),
                input -> {
                    service.close(id, input.version(), input.owner(), input.dueOn());
                    String url = AssessmentPage.url(id);
                    return SeeOther.to(url).withNotice("assessment.closed").withUndo(url + "/reopen");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable AssessmentId id) {
        service.reopen(id);
        return SeeOther.to(AssessmentPage.url(id)).withNotice("assessment.reopened");
    }

    /** The report for the network, in PDF or Word. */
    @GetMapping("/{id}/report.{extension}")
    @Requires(AssessmentPermissions.READ)
    void report(@PathVariable AssessmentId id, @PathVariable String extension, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat format =
                PaperFormat.findPaperFormat(extension).orElseThrow(() -> new NotFound("format " + extension));
        Assessment assessment = service.findById(id);
        papers.send(
                pages.assembleReport(assessment, t),
                t.say("assessment.report.file", String.valueOf(assessment.year())),
                format,
                t,
                response);
    }

    @Bean
    static MenuEntry assessmentMenuEntry() {
        return MenuEntry.of("assessment.menu", AssessmentPage.LIST).requiring(AssessmentPermissions.READ);
    }
}
