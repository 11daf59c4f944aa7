package org.convergence.plan.preparation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ComparedYears;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.PreparationReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
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

    private final PreparationReading reading;
    private final OrganisationSettings settings;
    private final String base;

    ComparedController(
            PreparationReading reading, OrganisationSettings settings, @Value("${convergence.base-url}") String base) {
        this.reading = reading;
        this.settings = settings;
        this.base = base;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID plan, Words t) {
        return Page.of("plan/preparation/comparison", new ComparedPages(years(plan), t).page());
    }

    @GetMapping("/{format}")
    void file(@PathVariable UUID plan, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        Rendering rendering = Stream.of(Rendering.PDF, Rendering.WORD)
                .filter(each -> each.extension().equals(format))
                .findFirst()
                .orElseThrow(() -> new NotFound("format"));
        var paper = new ComparedPages(years(plan), t).paper(settings.current().name());
        response.setContentType(rendering.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(Slug.of(paper.title()) + "." + format, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        rendering.write(paper, t, Edition.at(base), response.getOutputStream());
    }

    private ComparedYears years(UUID plan) {
        return reading.compared(new PlanId(plan));
    }
}
