package org.convergence.plan.howto.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowToHistory;
import org.convergence.plan.howto.domain.HowToQueries;
import org.convergence.plan.howto.domain.HowToService;
import org.convergence.plan.howto.domain.HowToUseService;
import org.convergence.plan.howto.web.HowToPage.HowToVersionsPage;
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
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A how-to, as a page and as a file. Opening it from its action counts as a use. */
@Controller
@RequestMapping("/plan/howto")
@Requires(HowToPermissions.READ)
record HowToController(
        HowToQueries howTos,
        HowToUseService howToUseService,
        ActionPlans plans,
        OrganisationSettings settings,
        HowToService howToService,
        HowToHistory past) {

    private static final String DOUBT = "doubt";
    private static final int ON_A_PAGE = 50;

    @GetMapping("/{id}")
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
    @GetMapping("/{id}/file/{format}")
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
        rendering.write(paper, t, RenderingOptions.letterPaper("", settings.letterhead()), response.getOutputStream());
    }

    /** « Oui, toujours ». */
    @PostMapping("/{id}/confirm")
    @Requires(HowToPermissions.ANSWER)
    ModelAndView confirm(@PathVariable UUID id, Form form) {
        howToService.confirm(new HowToId(id));
        return SeeOther.back(form.value("from"), page(id)).withNotice("howto.confirmed");
    }

    /** « À corriger »: with the permission to write the editor opens, else the doubt is stored. */
    @PostMapping("/{id}/doubt")
    @Requires(HowToPermissions.ANSWER)
    ModelAndView doubt(@PathVariable UUID id, Form form) {
        String words = form.value(DOUBT).strip();
        howToService.doubt(
                new HowToId(id),
                words.length() > HowTo.LONGEST_DOUBT ? words.substring(0, HowTo.LONGEST_DOUBT) : words);
        return CurrentActor.get().may(HowToPermissions.WRITE)
                ? SeeOther.to(page(id) + "/edit").withNotice("howto.doubted.write")
                : SeeOther.back(form.value("from"), page(id)).withNotice("howto.doubted");
    }

    /** Ties an existing how-to to an action. */
    @PostMapping("/tie")
    @Requires(HowToPermissions.WRITE)
    ModelAndView tie(Form form) {
        UUID id = form.read(answers -> answers.id("howto"));
        UUID action = form.read(answers -> answers.id("of"));
        howToService.tie(new HowToId(id), new ActionId(action));
        return SeeOther.back(form.value("from"), page(id)).withNotice("howto.tied");
    }

    @PostMapping("/{id}/untie")
    @Requires(HowToPermissions.WRITE)
    ModelAndView untie(@PathVariable UUID id, Form form) {
        howToService.untie(new HowToId(id), new ActionId(form.read(answers -> answers.id("of"))));
        return SeeOther.to(page(id)).withNotice("howto.untied");
    }

    private static String page(UUID id) {
        return HowToFormatter.ROOM + "/" + id;
    }

    @GetMapping("/{id}/versions")
    ModelAndView list(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer before, Words t) {
        return page(howTos.findById(new HowToId(id)), before, null, t);
    }

    @GetMapping("/{id}/versions/{version}")
    ModelAndView compare(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable Integer before,
            Words t) {
        HowTo it = howTos.findById(new HowToId(id));
        HowToHistory.HowToWording wording = past.findVersion(it.id(), version);
        List<String> then = lines(wording.title(), wording.text());
        List<String> now = lines(it.title(), it.text());
        return page(
                it,
                before,
                new HowToVersionsPage.HowToVersionComparison(
                        t.say("howto.version", version),
                        markDifferences(then, Set.copyOf(now)),
                        markDifferences(now, Set.copyOf(then))),
                t);
    }

    private ModelAndView page(
            HowTo it, @Nullable Integer before, HowToVersionsPage.@Nullable HowToVersionComparison compared, Words t) {
        String all = HowToFormatter.url(it, "/versions");
        String here = before == null ? "" : "?before=" + before;
        ListSlice<HowToHistory.HowToVersion> some = ListSlice.of(
                past.findVersionsBefore(it.id(), before == null ? Integer.MAX_VALUE : before, ON_A_PAGE + 1),
                ON_A_PAGE,
                each -> all + "?before=" + each.version());
        List<HowToVersionsPage.HowToVersionRow> rows = some.rows().stream()
                .map(each -> new HowToVersionsPage.HowToVersionRow(
                        each.version(),
                        all + "/" + each.version() + here,
                        t.dateTime(each.at()),
                        each.who(),
                        each.version() == it.version()))
                .toList();
        return PageView.of(
                "plan/howto/versions",
                new HowToVersionsPage(
                        it.title(),
                        HowToFormatter.url(it, ""),
                        rows,
                        before == null ? null : all,
                        some.next(),
                        compared));
    }

    private static List<String> lines(String title, String text) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(title), text.strip().lines())
                .map(String::stripTrailing)
                .toList();
    }

    private static List<HowToVersionsPage.HowToVersionLine> markDifferences(List<String> lines, Set<String> others) {
        return lines.stream()
                .map(line -> new HowToVersionsPage.HowToVersionLine(line, !line.isEmpty() && !others.contains(line)))
                .toList();
    }
}
