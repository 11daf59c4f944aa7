package org.convergence.plan.preparation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Compares the next plan with the one it was prepared from. */
@Controller
@RequestMapping("/plan/preparation/{plan}/comparison")
@Requires(PreparationPermissions.READ)
class PlanComparisonController {

    private final PlanComparisonPapers papers;

    PlanComparisonController(PlanComparisonPapers papers) {
        this.papers = papers;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID plan, Words t) {
        return PageView.of(
                "plan/preparation/comparison",
                papers.comparisonOf(new PlanId(plan), t).page());
    }

    @GetMapping("/{format}")
    void file(@PathVariable UUID plan, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat rendering = PaperFormat.findPaperFormat(format).orElseThrow(() -> new NotFound("format"));
        PlanComparisonFormatter pages = papers.comparisonOf(new PlanId(plan), t);
        FileDownload.setHeaders(response, Slug.of(pages.title()) + "." + format, rendering.mediaType());
        papers.write(pages, rendering, response.getOutputStream());
    }
}
