package org.convergence.directory.representative.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.directory.representative.domain.RepresentativeLinkAccess;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.directory.representative.web.RepresentativePageAssembler.RejectedSubmission;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.ExpiredLinkPage;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An organisation's page by its link: opening it changes nothing, sending it creates proposals. */
@Controller
@RequestMapping("/representative/{secret}")
@Open("a link opens one organisation's page to its representative")
record RepresentativeController(RepresentativeLinkAccess representativeLinkAccess, RepresentativePageAssembler pages) {

    private static final String FORM = "representative";

    @GetMapping
    ModelAndView show(
            @PathVariable String secret, @RequestParam(required = false) @Nullable String done, PublicVisit visit) {
        Words t = visit.words();
        String said = "sent".equals(done) ? t.say("public.representative.done") : null;
        open(secret, visit);
        return page(secret, t, RejectedSubmission.NOTHING, said, visit);
    }

    @PostMapping
    ModelAndView propose(@PathVariable String secret, Form form, PublicVisit visit) {
        open(secret, visit);
        Words t = visit.words();
        Map<String, String> typed = typed(visit);
        return visit.submit(
                FORM,
                form,
                answers -> typed,
                all -> {
                    Map<String, String> problems = representativeLinkAccess.propose(secret, all, t);
                    return problems.isEmpty()
                            ? SeeOther.to(RepresentativeLinkService.PATH + secret + "?in="
                                    + t.language().code() + "&done=sent")
                            : PageView.withErrors(
                                    page(secret, t, new RejectedSubmission(all, problems, null), null, visit));
                },
                () -> page(secret, t, new RejectedSubmission(typed, Map.of(), refused(form, t)), null, visit));
    }

    @GetMapping("/file/{id}")
    void file(@PathVariable String secret, @PathVariable UUID id, PublicVisit visit, HttpServletResponse response)
            throws IOException {
        open(secret, visit);
        RepresentativeSection.LinkPageFile file = representativeLinkAccess.file(secret, id);
        FileDownload.setHeaders(response, file.name(), "application/pdf");
        file.content().transferTo(response.getOutputStream());
    }

    /** A link that is no longer valid answers 404, with a page that says where to ask. */
    @ExceptionHandler(NotFound.class)
    ModelAndView handleNotFound(PublicVisit visit) {
        visit.response().setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        visit.response().setHeader("Referrer-Policy", "no-referrer");
        Words t = visit.words();
        return ExpiredLinkPage.show(visit.request(), t);
    }

    /** Counts the use of the link before the page is built. */
    private void open(String secret, PublicVisit visit) {
        visit.open(secret, () -> representativeLinkAccess.requireLink(secret));
    }

    private ModelAndView page(
            String secret, Words t, RejectedSubmission sent, @Nullable String done, PublicVisit visit) {
        return PageView.of("directory/representative/page", pages.assemble(secret, t, visit.shield(FORM), sent, done));
    }

    private static @Nullable String refused(Form form, Words t) {
        return form.problems().stream()
                .findFirst()
                .map(problem -> t.say(problem.key(), problem.arguments().toArray()))
                .orElse(null);
    }

    /** The typed values by place; other form parameters have no slash in their name. */
    private static Map<String, String> typed(PublicVisit visit) {
        Map<String, String> typed = new LinkedHashMap<>();
        visit.request().getParameterMap().forEach((name, values) -> {
            if (name.indexOf('/') > 0 && values.length > 0) {
                typed.put(name, values[0].replace("\0", ""));
            }
        });
        return typed;
    }

    @Bean
    static SecretAddress representativeAddress() {
        return new SecretAddress(RepresentativeLinkService.PATH);
    }
}
