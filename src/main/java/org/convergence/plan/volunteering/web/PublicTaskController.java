package org.convergence.plan.volunteering.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.plan.volunteering.domain.VolunteeringQueries;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.VolunteerTask;
import org.convergence.plan.volunteering.domain.VolunteeringService;
import org.convergence.plan.volunteering.web.VolunteeringPage.PublicTaskPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Anyone who has the link of a task sees it, and may take it, without an account. The page names nobody. */
@Controller
@RequestMapping("/public/volunteering/{id}")
@Open("members and volunteers take a task without an account")
class PublicTaskController {

    private static final String FORM = "volunteering";

    private final VolunteeringService service;
    private final VolunteeringQueries queries;
    private final PublicFormGuard guard;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    PublicTaskController(
            VolunteeringService service,
            VolunteeringQueries queries,
            PublicFormGuard guard,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.service = service;
        this.queries = queries;
        this.guard = guard;
        this.languages = languages;
        this.settings = settings;
    }

    @Bean
    static SecretAddress volunteeringAddress() {
        return new SecretAddress(VolunteeringPage.PUBLIC);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable VolunteerTaskId id,
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(name = "done", required = false) @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        VolunteerTask it = open(id, request, response);
        return page(it, Form.blank(), done != null, languages.wordsFor(language, List.of(), request), request);
    }

    @PostMapping
    ModelAndView take(
            @PathVariable VolunteerTaskId id,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        VolunteerTask it = open(id, request, response);
        Words t = languages.wordsFor(language, List.of(), request);
        return guard.submit(
                FORM,
                request,
                response,
                form,
                VolunteeringForm::readTaker,
                taker -> {
                    service.take(id, taker.name(), taker.mail(), t);
                    return SeeOther.to(address(id) + "?in=" + t.language().code() + "&done=1");
                },
                () -> page(it, form, false, t, request));
    }

    private VolunteerTask open(VolunteerTaskId id, HttpServletRequest request, HttpServletResponse response) {
        return guard.openShared(address(id), request, response, () -> queries.findById(id));
    }

    private static String address(VolunteerTaskId id) {
        return VolunteeringPage.PUBLIC + id.value();
    }

    private ModelAndView page(VolunteerTask it, Form form, boolean done, Words t, HttpServletRequest request) {
        boolean open = it.isOpen(settings.today()) && !done;
        return PageView.of(
                "plan/volunteering/public",
                new PublicTaskPage(
                        t,
                        address(it.id()) + "?in=" + t.language().code(),
                        address(it.id()),
                        languages.otherOptions(t),
                        it.what(),
                        it.detail(),
                        VolunteeringFormatter.lead(it, t),
                        open || !form.problems().isEmpty() ? form : null,
                        guard.shield(FORM, request),
                        done));
    }
}
