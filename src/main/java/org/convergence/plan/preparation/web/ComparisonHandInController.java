package org.convergence.plan.preparation.web;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.PaperDestination.MeetingPaperInput;
import org.convergence.plan.report.PaperDestinations;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Puts the comparison in the papers of the meeting that adopts the next plan. */
@Controller
@RequestMapping("/plan/preparation/{plan}/comparison/hand-in")
@Requires(PreparationPermissions.PREPARE)
class ComparisonHandInController {

    private final PlanComparisonPapers papers;
    private final PaperDestinations destinations;

    ComparisonHandInController(PlanComparisonPapers papers, PaperDestinations destinations) {
        this.papers = papers;
        this.destinations = destinations;
    }

    private record ComparisonHandInInput(UUID meeting, boolean adoption) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID plan, Words t) {
        Form form = Form.blank().with("adoption", true);
        destinations.findComing().stream().findFirst().ifPresent(next -> form.with("meeting", next.id()));
        return page(plan, form, t);
    }

    @PostMapping
    ModelAndView handIn(@PathVariable UUID plan, Form form, Words t) {
        return form.submit(
                answers -> new ComparisonHandInInput(answers.id("meeting"), answers.checkbox("adoption")),
                asked -> {
                    DestinationMeeting meeting =
                            destinations.find(asked.meeting()).orElseThrow(() -> new NotFound("meeting"));
                    MeetingPaperInput handed = handed(papers.inFirstLanguage(new PlanId(plan)), asked.adoption());
                    destinations.add(meeting.id(), handed);
                    return SeeOther.to(meeting.url()).withNotice("preparation.handed-in", handed.title());
                },
                () -> page(plan, form, t));
    }

    private MeetingPaperInput handed(PlanComparisonFormatter pages, boolean adoption) {
        var pdf = new ByteArrayOutputStream();
        papers.write(pages, PaperFormat.PDF, pdf);
        return new MeetingPaperInput(
                pages.title(),
                new ByteArrayResource(pdf.toByteArray()),
                adoption ? List.of(pages.adoption()) : List.of());
    }

    private ModelAndView page(UUID plan, Form form, Words t) {
        PlanComparisonFormatter pages = papers.comparisonOf(new PlanId(plan), t);
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
}
