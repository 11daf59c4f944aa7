package org.convergence.plan.howto.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowToService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One-click answers about a how-to (still true or not), and its ties to actions. */
@Controller
@RequestMapping("/plan/howto")
@Requires(HowToPermissions.WRITE)
class HowToAnswerController {

    private static final String DOUBT = "doubt";

    private final HowToService howToService;

    HowToAnswerController(HowToService howToService) {
        this.howToService = howToService;
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
    ModelAndView tie(Form form) {
        UUID id = form.read(answers -> answers.id("howto"));
        UUID action = form.read(answers -> answers.id("of"));
        howToService.tie(new HowToId(id), new ActionId(action));
        return SeeOther.back(form.value("from"), page(id)).withNotice("howto.tied");
    }

    @PostMapping("/{id}/untie")
    ModelAndView untie(@PathVariable UUID id, Form form) {
        howToService.untie(new HowToId(id), new ActionId(form.read(answers -> answers.id("of"))));
        return SeeOther.to(page(id)).withNotice("howto.untied");
    }

    private static String page(UUID id) {
        return HowToFormatter.ROOM + "/" + id;
    }
}
