package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.CitedDecisions;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.PlanAdoption;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adopts, closes and reopens plans. */
@Controller
@RequestMapping("/plan/actionplan/{plan}")
@Requires(ActionPlanPermissions.ADOPT)
class AdoptionController {

    private final PlanBoards boards;
    private final PlanAdoption adoption;
    private final CitedDecisions cited;
    private final OrganisationSettings settings;

    AdoptionController(PlanBoards boards, PlanAdoption adoption, CitedDecisions cited, OrganisationSettings settings) {
        this.cited = cited;
        this.boards = boards;
        this.adoption = adoption;
        this.settings = settings;
    }

    private record Adopting(int version, Decision decision) {}

    @GetMapping("/adopt")
    ModelAndView adopt(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.header(new PlanId(plan));
        return adopting(header, Form.blank().at(header.version()), t);
    }

    @PostMapping("/adopt")
    ModelAndView adopt(@PathVariable UUID plan, Form form, Words t) {
        PlanHeader header = boards.header(new PlanId(plan));
        cited.cite(form);
        return form.submit(
                answers -> new Adopting(answers.version(), CitedDecisions.read(answers)),
                said -> {
                    adoption.adopt(header.id(), said.version(), said.decision());
                    return Go.to(PlanTops.url(header, ""))
                            .saying("actionplan.adopted", header.facts().title())
                            .undo(PlanTops.url(header, "/adopt/undo"));
                },
                () -> adopting(
                        boards.header(header.id()),
                        form.with("version", null).at(boards.header(header.id()).version()),
                        t));
    }

    @PostMapping("/adopt/undo")
    ModelAndView takeBack(@PathVariable UUID plan) {
        adoption.takeBack(new PlanId(plan));
        return Go.to("/plan/actionplan/" + plan).saying("actionplan.adopted.undone");
    }

    @GetMapping("/close")
    ModelAndView close(@PathVariable UUID plan) {
        PlanHeader header = boards.header(new PlanId(plan));
        LocalDate today = settings.today();
        LocalDate end = header.facts().to();
        LocalDate day = end != null && end.isBefore(today) ? end : today;
        return page(header.isClosed() ? "reopen" : "close", header, Form.blank().with("on", day));
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable UUID plan, Form form) {
        PlanHeader header = boards.header(new PlanId(plan));
        return form.submit(
                answers -> answers.date("on"),
                day -> {
                    adoption.close(header.id(), day);
                    return Go.to(PlanTops.url(header, ""))
                            .saying("actionplan.closed", header.facts().title())
                            .undo(PlanTops.url(header, "/reopen"));
                },
                () -> page("close", header, form));
    }

    @PostMapping("/reopen")
    ModelAndView reopen(@PathVariable UUID plan) {
        adoption.reopen(new PlanId(plan));
        return Go.to("/plan/actionplan/" + plan).saying("actionplan.reopened");
    }

    private ModelAndView adopting(PlanHeader header, Form form, Words t) {
        return Page.of("plan/actionplan/adopt", new AdoptPage(frame("adopt", header, form), cited.options(t)));
    }

    private static ModelAndView page(String gesture, PlanHeader header, Form form) {
        return Page.of("plan/actionplan/" + gesture, frame(gesture, header, form));
    }

    private static FormPage frame(String gesture, PlanHeader header, Form form) {
        return new FormPage(
                "actionplan." + gesture,
                header.facts().title(),
                null,
                PlanTops.url(header, "/" + gesture),
                PlanTops.url(header, ""),
                form,
                false,
                null);
    }
}
