package org.convergence.education.tool.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.domain.ToolConsentService;
import org.convergence.education.tool.domain.ToolConsentService.PublicEdition;
import org.convergence.education.tool.web.PublicToolsPage.EditionFile;
import org.convergence.education.tool.web.PublicToolsPage.PublicTool;
import org.convergence.platform.access.Open;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page from which anyone downloads tools. */
@Controller
@RequestMapping("/public/tools")
@Open("anyone downloads a tool")
record PublicToolController(ToolConsentService editions, OrganisationSettings settings) {

    private static final String PATH = "/public/tools";

    @GetMapping
    ModelAndView list(PublicVisit visit) {
        visit.countOpening();
        return page(false, visit);
    }

    private ModelAndView page(boolean isGone, PublicVisit visit) {
        Words t = visit.words();
        Map<ToolId, List<PublicEdition>> tools = new LinkedHashMap<>();
        editions.findPublic()
                .forEach(each -> tools.computeIfAbsent(each.tool(), id -> new ArrayList<>())
                        .add(each));
        return PageView.of(
                "education/tool/public-tools",
                new PublicToolsPage(
                        t,
                        settings.current().name(),
                        PATH,
                        visit.otherOptions(t),
                        isGone,
                        tools.values().stream().map(each -> tool(each, t)).toList()));
    }

    private static PublicTool tool(List<PublicEdition> editions, Words t) {
        PublicEdition first = editions.get(0);
        return new PublicTool(
                first.title(),
                join(t.say("public." + first.kind().key()), first.theme() == null ? "" : first.theme()),
                first.description() == null ? "" : first.description(),
                editions.stream()
                        .map(each -> new EditionFile(
                                each.label() + ", " + t.languageName(each.language()),
                                join(
                                        each.licence() == null ? t.say("public.tool.no-licence") : each.licence(),
                                        each.showsPeople() ? t.say("public.tool.portraits") : ""),
                                PATH + "/" + each.id()))
                        .toList());
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }

    /**
     * Leads to the file; once a consent ended, the answer is 410 also for a page opened before.
     *
     * @return {@code null} where the answer is complete
     */
    @GetMapping("/{edition}")
    @Nullable
    ModelAndView download(@PathVariable UUID edition, PublicVisit visit, HttpServletResponse response) {
        visit.countOpening();
        Optional<String> address = editions.findAddress(edition);
        if (address.isEmpty()) {
            ModelAndView gone = page(true, visit);
            gone.setStatus(HttpStatus.GONE);
            return gone;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address.get());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return null;
    }
}
