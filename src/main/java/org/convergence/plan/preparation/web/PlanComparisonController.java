package org.convergence.plan.preparation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.PreparationQueries;
import org.convergence.plan.preparation.web.PlanComparisonPage.ComparedHandInPage;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.PaperDestination.MeetingPaperInput;
import org.convergence.plan.report.PaperDestinations;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Compares the next plan with the one it was prepared from. */
@Controller
@RequestMapping("/plan/preparation/{plan}/comparison")
@Requires(PreparationPermissions.READ)
record PlanComparisonController(
        PaperDestinations destinations,
        PreparationQueries preparationQueries,
        OrganisationSettings settings,
        RecipientWords recipientWords,
        BaseUrl baseUrl) {

    @GetMapping
    ModelAndView show(@PathVariable UUID plan, Words t) {
        return PageView.of(
                "plan/preparation/comparison", comparisonOf(new PlanId(plan), t).page());
    }

    @GetMapping("/{format}")
    void file(@PathVariable UUID plan, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat rendering = PaperFormat.findPaperFormat(format).orElseThrow(() -> new NotFound("format"));
        PlanComparisonFormatter pages = comparisonOf(new PlanId(plan), t);
        FileDownload.setHeaders(response, Slug.of(pages.title()) + "." + format, rendering.mediaType());
        write(pages, rendering, response.getOutputStream());
    }

    private record ComparisonHandInInput(UUID meeting, boolean adoption) {}

    @GetMapping("/hand-in")
    @Requires(PreparationPermissions.PREPARE)
    ModelAndView handIn(@PathVariable UUID plan, Words t) {
        Form form = Form.blank().with("adoption", true);
        destinations.findComing().stream().findFirst().ifPresent(next -> form.with("meeting", next.id()));
        return page(plan, form, t);
    }

    @PostMapping("/hand-in")
    @Requires(PreparationPermissions.PREPARE)
    ModelAndView handIn(@PathVariable UUID plan, Form form, Words t) {
        return form.submit(
                answers -> new ComparisonHandInInput(answers.id("meeting"), answers.checkbox("adoption")),
                asked -> {
                    DestinationMeeting meeting =
                            destinations.find(asked.meeting()).orElseThrow(() -> new NotFound("meeting"));
                    MeetingPaperInput handed = handed(inFirstLanguage(new PlanId(plan)), asked.adoption());
                    destinations.add(meeting.id(), handed);
                    return SeeOther.to(meeting.url()).withNotice("preparation.handed-in", handed.title());
                },
                () -> page(plan, form, t));
    }

    private MeetingPaperInput handed(PlanComparisonFormatter pages, boolean adoption) {
        var pdf = new ByteArrayOutputStream();
        write(pages, PaperFormat.PDF, pdf);
        return new MeetingPaperInput(
                pages.title(),
                new ByteArrayResource(pdf.toByteArray()),
                adoption ? List.of(pages.adoption()) : List.of());
    }

    private ModelAndView page(UUID plan, Form form, Words t) {
        PlanComparisonFormatter pages = comparisonOf(new PlanId(plan), t);
        return PageView.of(
                "plan/preparation/hand-in",
                new ComparedHandInPage(
                        pages.title(),
                        pages.adoption(),
                        PreparationTab.ROOM + plan + "/comparison",
                        form,
                        destinations.findComing().stream()
                                .map(each -> Option.of(
                                        each.id(), t.say("preparation.hand-in.meeting", each.name(), each.day())))
                                .toList()));
    }

    private PlanComparisonFormatter comparisonOf(PlanId plan, Words t) {
        return new PlanComparisonFormatter(preparationQueries.compareWithNext(plan), t);
    }

    /** The comparison in the organisation's first language, for its bodies. */
    private PlanComparisonFormatter inFirstLanguage(PlanId plan) {
        return comparisonOf(plan, recipientWords.forOrganisation());
    }

    private void write(PlanComparisonFormatter pages, PaperFormat rendering, OutputStream out) {
        rendering.write(
                pages.paper(settings.current().name()),
                pages.words(),
                RenderingOptions.letterPaper(baseUrl.value(), settings.letterhead()),
                out);
    }
}
