package org.convergence.plan.realisation.web;

import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationCorrectionService;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.platform.access.Requires;
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

/** The page of a realisation, with withdrawal and restoration. */
@Controller
@RequestMapping("/plan/realisation/{id}")
@Requires(RealisationPermissions.RECORD)
class RealisationController {

    private static final int REASON = 2_000;

    private final RealisationPageAssembler pages;
    private final RealisationQueries realisations;
    private final RealisationCorrectionService correction;

    RealisationController(
            RealisationPageAssembler pages, RealisationQueries realisations, RealisationCorrectionService correction) {
        this.pages = pages;
        this.realisations = realisations;
        this.correction = correction;
    }

    @GetMapping
    @Requires(RealisationPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of("plan/realisation/realisation", pages.assemble(new RealisationId(id), t));
    }

    /** Undoes the author's recording. The form is shown again with its values, to be corrected. */
    @PostMapping("/undo")
    ModelAndView undo(@PathVariable UUID id, Words t) {
        correction.undo(new RealisationId(id), t.say("realisation.undo.reason"));
        return SeeOther.to(RealisationPage.LIST + "/new?again=" + id).withNotice("realisation.undone");
    }

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id) {
        return withdraw(id, Form.blank());
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form, Words t) {
        return form.submit(
                answers -> answers.text("reason", REASON),
                reason -> {
                    correction.withdraw(new RealisationId(id), reason);
                    return SeeOther.to(RealisationPage.LIST + "/" + id)
                            .withNotice("realisation.withdrawn")
                            .withUndo(RealisationPage.LIST + "/" + id + "/restore");
                },
                () -> withdraw(id, form));
    }

    private ModelAndView withdraw(UUID id, Form form) {
        var it = realisations.findForCorrection(new RealisationId(id));
        return PageView.of(
                "plan/realisation/withdraw",
                new RealisationWithdrawalPage(id, it.happening().title(), it.source() != null, form));
    }

    @PostMapping("/restore")
    ModelAndView restore(@PathVariable UUID id) {
        correction.restore(new RealisationId(id));
        return SeeOther.to(RealisationPage.LIST + "/" + id).withNotice("realisation.restored");
    }
}
