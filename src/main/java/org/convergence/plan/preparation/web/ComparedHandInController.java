package org.convergence.plan.preparation.web;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.report.PaperDestination.Handed;
import org.convergence.plan.report.PaperDestination.Meeting;
import org.convergence.plan.report.PaperDestinations;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
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
class ComparedHandInController {

    private final ComparedPapers papers;
    private final PaperDestinations destinations;

    ComparedHandInController(ComparedPapers papers, PaperDestinations destinations) {
        this.papers = papers;
        this.destinations = destinations;
    }

    private record Asked(UUID meeting, boolean adoption) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID plan, Words t) {
        Form form = Form.blank().with("adoption", true);
        destinations.coming().stream().findFirst().ifPresent(next -> form.with("meeting", next.id()));
        return page(plan, form, t);
    }

    @PostMapping
    ModelAndView put(@PathVariable UUID plan, Form form, Words t) {
        return form.submit(
                answers -> new Asked(answers.id("meeting"), answers.flag("adoption")),
                asked -> {
                    Meeting meeting = destinations.find(asked.meeting()).orElseThrow(() -> new NotFound("meeting"));
                    Handed handed = handed(papers.forAll(new PlanId(plan)), asked.adoption());
                    destinations.put(meeting.id(), handed);
                    return Go.to(meeting.url()).saying("preparation.handed-in", handed.title());
                },
                () -> page(plan, form, t));
    }

    private Handed handed(ComparedPages pages, boolean adoption) {
        var pdf = new ByteArrayOutputStream();
        papers.write(pages, Rendering.PDF, pdf);
        return new Handed(
                pages.title(),
                new ByteArrayResource(pdf.toByteArray()),
                adoption ? List.of(pages.adoption()) : List.of());
    }

    private ModelAndView page(UUID plan, Form form, Words t) {
        ComparedPages pages = papers.of(new PlanId(plan), t);
        return Page.of(
                "plan/preparation/hand-in",
                new ComparedHandInPage(
                        pages.title(),
                        pages.adoption(),
                        PreparationTab.ROOM + plan + "/comparison",
                        form,
                        destinations.coming().stream()
                                .map(each -> Option.of(
                                        each.id(), t.say("preparation.hand-in.meeting", each.name(), each.day())))
                                .toList()));
    }
}
