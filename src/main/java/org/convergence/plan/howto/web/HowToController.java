package org.convergence.plan.howto.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowToQueries;
import org.convergence.plan.howto.domain.HowToUseService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A how-to, as a page and as a file. Opening it from its action counts as a use. */
@Controller
@RequestMapping("/plan/howto/{id}")
@Requires(HowToPermissions.READ)
class HowToController {

    private final HowToQueries howTos;
    private final HowToUseService howToUseService;
    private final ActionPlans plans;
    private final OrganisationSettings settings;

    HowToController(
            HowToQueries howTos, HowToUseService howToUseService, ActionPlans plans, OrganisationSettings settings) {
        this.howTos = howTos;
        this.howToUseService = howToUseService;
        this.plans = plans;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id, @RequestParam(name = "of", required = false) @Nullable String of, Words t) {
        HowToId howTo = new HowToId(id);
        boolean answers = CurrentActor.get().may(HowToPermissions.ANSWER);
        if (of != null && answers) {
            howToUseService.recordUseToday(howTo);
        }
        HowTo it = howTos.findById(howTo);
        List<PlanLine> served = howTos.findServedLines(List.of(howTo)).getOrDefault(howTo, List.of());
        boolean writes = CurrentActor.get().may(HowToPermissions.WRITE);
        var trust = it.trust(settings.today());
        return PageView.of(
                "plan/howto/howto",
                new HowToPage(
                        it.title(),
                        HowToFormatter.url(it, ""),
                        HowToFormatter.tone(trust),
                        HowToFormatter.formatTrust(it, trust, t),
                        HowToFormatter.formatUse(it, t),
                        it.doubt().isEmpty() ? null : it.doubt(),
                        answers && howTos.asksForConfirmation(it),
                        Markdown.toHtml(it.text(), 1),
                        served(served),
                        writes ? others(served) : List.of(),
                        writes,
                        it.version()));
    }

    /** The served lines; each with the title of its plan if they belong to several plans. */
    private List<HowToPage.HowToServedLine> served(List<PlanLine> lines) {
        boolean several = lines.stream().map(PlanLine::plan).distinct().count() > 1;
        Map<PlanId, String> titles = several
                ? plans.findAll().stream().collect(Collectors.toMap(PlanSummary::id, PlanSummary::title))
                : Map.of();
        return lines.stream()
                .map(line -> new HowToPage.HowToServedLine(
                        several ? line.label() + " – " + titles.get(line.plan()) : line.label(),
                        "/plan/actionplan/action/" + line.id().value(),
                        line.id().value().toString()))
                .toList();
    }

    private List<Option> others(List<PlanLine> served) {
        return plans.findLines(plans.findInForce().stream().map(PlanSummary::id).toList()).stream()
                .filter(line -> !line.dropped()
                        && served.stream().noneMatch(each -> each.id().equals(line.id())))
                .map(line -> new Option(line.id().value().toString(), line.label()))
                .toList();
    }

    /** The how-to as a paper. */
    @GetMapping("/file/{format}")
    void file(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat rendering = PaperFormat.findPaperFormat(format).orElseThrow(() -> new NotFound("format"));
        HowTo it = howTos.findById(new HowToId(id));
        var paper = new Paper(
                it.title(),
                HowToFormatter.formatTrust(it, it.trust(settings.today()), t),
                settings.current().name(),
                t.say("howto.paper", it.title()),
                List.of(Section.of(t.say("howto.one"), MarkdownBlocks.parse(it.text()))));
        FileDownload.setHeaders(response, Slug.of(it.title()) + "." + format, rendering.mediaType());
        rendering.write(paper, t, RenderingOptions.letterPaper(""), response.getOutputStream());
    }
}
