package org.convergence.plan.howto.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowToHistory;
import org.convergence.plan.howto.domain.HowToQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Earlier versions of a how-to, compared with the current one. */
@Controller
@RequestMapping("/plan/howto/{id}/versions")
@Requires(HowToPermissions.READ)
class HowToVersionsController {

    private static final int ON_A_PAGE = 50;

    private final HowToQueries howTos;
    private final HowToHistory past;

    HowToVersionsController(HowToQueries howTos, HowToHistory past) {
        this.howTos = howTos;
        this.past = past;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer before, Words t) {
        return page(howTos.findById(new HowToId(id)), before, null, t);
    }

    @GetMapping("/{version}")
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
