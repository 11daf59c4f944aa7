package org.convergence.plan.realisation.web;

import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationCorrection;
import org.convergence.plan.realisation.domain.RealisationReading;
import org.convergence.platform.access.Requires;
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

/** The page of a realisation, with withdrawal and restoration. */
@Controller
@RequestMapping("/plan/realisation/{id}")
@Requires(RealisationPermissions.RECORD)
class RealisationController {

    private static final int REASON = 2_000;

    private final RealisationPages pages;
    private final RealisationReading reading;
    private final RealisationCorrection correction;

    RealisationController(RealisationPages pages, RealisationReading reading, RealisationCorrection correction) {
        this.pages = pages;
        this.reading = reading;
        this.correction = correction;
    }

    @GetMapping
    @Requires(RealisationPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of("plan/realisation/realisation", pages.of(new RealisationId(id), t));
    }

    /** Undoes the author's recording. The form is shown again with its values, to be corrected. */
    @PostMapping("/undo")
    ModelAndView undo(@PathVariable UUID id, Words t) {
        correction.takeBack(new RealisationId(id), t.say("realisation.undo.reason"));
        return Go.to(RealisationPage.LIST + "/new?again=" + id).saying("realisation.undone");
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
                    return Go.to(RealisationPage.LIST + "/" + id)
                            .saying("realisation.withdrawn")
                            .undo(RealisationPage.LIST + "/" + id + "/restore");
                },
                () -> withdraw(id, form));
    }

    private ModelAndView withdraw(UUID id, Form form) {
        var it = reading.toCorrect(new RealisationId(id));
        return Page.of(
                "plan/realisation/withdraw", new WithdrawPage(id, it.happening().title(), it.source() != null, form));
    }

    @PostMapping("/restore")
    ModelAndView restore(@PathVariable UUID id) {
        correction.restore(new RealisationId(id));
        return Go.to(RealisationPage.LIST + "/" + id).saying("realisation.restored");
    }
}
