package org.convergence.plan.volunteering.web;

import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.plan.volunteering.domain.VolunteeringQueries;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.VolunteerTask;
import org.convergence.plan.volunteering.domain.VolunteeringService;
import org.convergence.plan.volunteering.web.VolunteeringPage.PublicTaskPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
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
record PublicTaskController(VolunteeringService service, VolunteeringQueries queries, OrganisationSettings settings) {

    private static final String FORM = "volunteering";

    @Bean
    static SecretAddress volunteeringAddress() {
        return new SecretAddress(VolunteeringPage.PUBLIC);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable VolunteerTaskId id,
            @RequestParam(name = "done", required = false) @Nullable String done,
            PublicVisit visit) {
        VolunteerTask it = open(id, visit);
        return page(it, Form.blank(), done != null, visit.words(), visit);
    }

    @PostMapping
    ModelAndView take(@PathVariable VolunteerTaskId id, Form form, PublicVisit visit) {
        VolunteerTask it = open(id, visit);
        Words t = visit.words();
        return visit.submit(
                FORM,
                form,
                VolunteeringForm::readTaker,
                taker -> {
                    service.take(id, taker.name(), taker.mail(), t);
                    return SeeOther.to(address(id) + "?in=" + t.language().code() + "&done=1");
                },
                () -> page(it, form, false, t, visit));
    }

    private VolunteerTask open(VolunteerTaskId id, PublicVisit visit) {
        return visit.openShared(address(id), () -> queries.findById(id));
    }

    private static String address(VolunteerTaskId id) {
        return VolunteeringPage.PUBLIC + id.value();
    }

    private ModelAndView page(VolunteerTask it, Form form, boolean done, Words t, PublicVisit visit) {
        boolean open = it.isOpen(settings.today()) && !done;
        return PageView.of(
                "plan/volunteering/public",
                new PublicTaskPage(
                        t,
                        address(it.id()) + "?in=" + t.language().code(),
                        address(it.id()),
                        visit.otherOptions(t),
                        it.what(),
                        it.detail(),
                        VolunteeringFormatter.lead(it, t),
                        open || !form.problems().isEmpty() ? form : null,
                        visit.shield(FORM),
                        done));
    }
}
