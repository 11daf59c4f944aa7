package org.convergence.safety.mission.web;

import java.util.List;
import java.util.Set;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.domain.CheckInLinkService;
import org.convergence.safety.mission.domain.CheckInService.CheckInView;
import org.convergence.safety.mission.web.CheckInPage.CheckInLinkPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The light page behind a link: for a traveller one button, for a watcher the alert with whom to call. Opening it
 * changes nothing. What a traveller sees after the duress word is what they see after any other.
 */
@Controller
@RequestMapping("/safety/mission/link/{secret}")
@Open("a link is for one traveller or watcher of one mission")
record CheckInLinkController(CheckInLinkService links, CheckInPageAssembler pages) {

    @GetMapping
    ModelAndView show(
            @PathVariable String secret,
            @RequestParam(name = "done", required = false) @Nullable String done,
            PublicVisit visit) {
        CheckInView view = visit.open(secret, () -> links.open(secret));
        Words t = visit.words();
        return page(secret, view, Form.blank(), done != null, t, visit);
    }

    @PostMapping
    ModelAndView record(@PathVariable String secret, Form form, PublicVisit visit) {
        CheckInView view = visit.open(secret, () -> links.open(secret));
        Words t = visit.words();
        return form.submit(
                answers -> () -> links.record(secret, answers.find(MissionForm.WORD)),
                (Runnable act) -> {
                    act.run();
                    return SeeOther.to(address(secret, t) + "&done=1");
                },
                () -> page(secret, view, form, false, t, visit));
    }

    @PostMapping("/calls")
    ModelAndView call(@PathVariable String secret, Form form, PublicVisit visit) {
        CheckInView view = visit.open(secret, () -> links.open(secret));
        Words t = visit.words();
        return form.submit(
                answers -> {
                    int contact = answers.wholeNumber("contact", 0, 200);
                    String note = answers.find(MissionForm.NOTE);
                    return () -> links.addCall(secret, contact, answers.checkbox("answered"), note);
                },
                (Runnable act) -> {
                    act.run();
                    return SeeOther.to(address(secret, t));
                },
                () -> page(secret, view, form, false, t, visit));
    }

    private static String address(String secret, Words t) {
        return CheckInLinkService.PATH + secret + "?in=" + t.language().code();
    }

    private ModelAndView page(String secret, CheckInView view, Form form, boolean done, Words t, PublicVisit visit) {
        String address = CheckInLinkService.PATH + secret;
        return PageView.of(
                "safety/mission/link",
                new CheckInLinkPage(
                        t,
                        address + "?in=" + t.language().code(),
                        address,
                        visit.otherOptions(t),
                        form,
                        view.mission().state().isOver(),
                        done,
                        pages.next(view, t).orElse(null),
                        view.isWatcher() ? pages.assemble(view, address, Set.of(), List.of(), form, t) : null));
    }

    @Bean
    static SecretAddress missionLinkAddress() {
        return new SecretAddress(CheckInLinkService.PATH);
    }
}
