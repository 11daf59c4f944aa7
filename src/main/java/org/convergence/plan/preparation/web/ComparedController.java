package org.convergence.plan.preparation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The next plan beside the one it was prepared from. */
@Controller
@RequestMapping("/plan/preparation/{plan}/comparison")
@Requires(PreparationPermissions.READ)
class ComparedController {

    private final ComparedPapers papers;

    ComparedController(ComparedPapers papers) {
        this.papers = papers;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID plan, Words t) {
        return Page.of(
                "plan/preparation/comparison", papers.of(new PlanId(plan), t).page());
    }

    @GetMapping("/{format}")
    void file(@PathVariable UUID plan, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        Rendering rendering = Stream.of(Rendering.PDF, Rendering.WORD)
                .filter(each -> each.extension().equals(format))
                .findFirst()
                .orElseThrow(() -> new NotFound("format"));
        ComparedPages pages = papers.of(new PlanId(plan), t);
        response.setContentType(rendering.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(Slug.of(pages.title()) + "." + format, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        papers.write(pages, rendering, response.getOutputStream());
    }
}
