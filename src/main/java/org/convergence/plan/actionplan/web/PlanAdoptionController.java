package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.PlanAdoptionService;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
class PlanAdoptionController {

    private final PlanBoardQueries boards;
    private final PlanAdoptionService adoption;
    private final DecisionForm decisions;
    private final OrganisationSettings settings;

    PlanAdoptionController(
            PlanBoardQueries boards,
            PlanAdoptionService adoption,
            DecisionForm decisions,
            OrganisationSettings settings) {
        this.decisions = decisions;
        this.boards = boards;
        this.adoption = adoption;
        this.settings = settings;
    }

    private record AdoptionInput(int version, Decision decision) {}

    @GetMapping("/adopt")
    ModelAndView adopt(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        return adopting(header, Form.blank().atVersion(header.version()), t);
    }

    @PostMapping("/adopt")
    ModelAndView adopt(@PathVariable UUID plan, Form form, Words t) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        decisions.cite(form);
        return form.submit(
                answers -> new AdoptionInput(answers.version(), DecisionForm.read(answers)),
                said -> {
                    adoption.adopt(header.id(), said.version(), said.decision());
                    return SeeOther.to(PlanHeadAssembler.url(header, ""))
                            .withNotice("actionplan.adopted", header.facts().title())
                            .withUndo(PlanHeadAssembler.url(header, "/adopt/undo"));
                },
                () -> adopting(
                        boards.findHeader(header.id()),
                        form.with("version", null)
                                .atVersion(boards.findHeader(header.id()).version()),
                        t));
    }

    @PostMapping("/adopt/undo")
    ModelAndView takeBack(@PathVariable UUID plan) {
        adoption.undoAdoption(new PlanId(plan));
        return SeeOther.to("/plan/actionplan/" + plan).withNotice("actionplan.adopted.undone");
    }

    @GetMapping("/close")
    ModelAndView close(@PathVariable UUID plan) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        LocalDate today = settings.today();
        LocalDate end = header.facts().to();
        LocalDate day = end != null && end.isBefore(today) ? end : today;
        return page(header.isClosed() ? "reopen" : "close", header, Form.blank().with("on", day));
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable UUID plan, Form form) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        return form.submit(
                answers -> answers.date("on"),
                day -> {
                    adoption.close(header.id(), day);
                    return SeeOther.to(PlanHeadAssembler.url(header, ""))
                            .withNotice("actionplan.closed", header.facts().title())
                            .withUndo(PlanHeadAssembler.url(header, "/reopen"));
                },
                () -> page("close", header, form));
    }

    @PostMapping("/reopen")
    ModelAndView reopen(@PathVariable UUID plan) {
        adoption.reopen(new PlanId(plan));
        return SeeOther.to("/plan/actionplan/" + plan).withNotice("actionplan.reopened");
    }

    private ModelAndView adopting(PlanHeader header, Form form, Words t) {
        return PageView.of(
                "plan/actionplan/adopt", new PlanAdoptionPage(frame("adopt", header, form), decisions.options(t)));
    }

    private static ModelAndView page(String gesture, PlanHeader header, Form form) {
        return PageView.of("plan/actionplan/" + gesture, frame(gesture, header, form));
    }

    private static PlanFormPage frame(String gesture, PlanHeader header, Form form) {
        return new PlanFormPage(
                "actionplan." + gesture,
                header.facts().title(),
                null,
                PlanHeadAssembler.url(header, "/" + gesture),
                PlanHeadAssembler.url(header, ""),
                form,
                false,
                null);
    }
}
