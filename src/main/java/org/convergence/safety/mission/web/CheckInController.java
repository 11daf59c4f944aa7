package org.convergence.safety.mission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionIncidentSource;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.domain.CheckInService;
import org.convergence.safety.mission.domain.SealedDataService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The check-ins of a mission, for the people named on it, and the sheet that travels. */
@Controller
@RequestMapping("/safety/mission/{id}")
@Requires(MissionPermissions.WATCH)
record CheckInController(
        CheckInService checkIns,
        SealedDataService sealed,
        CheckInPageAssembler pages,
        MissionSheetAssembler sheets,
        List<MissionIncidentSource> incidents,
        LetterStatusService statuses) {

    @GetMapping("/watch")
    ModelAndView show(@PathVariable MissionId id, Words t) {
        return page(id, Form.blank(), t);
    }

    private ModelAndView page(MissionId id, Form form, Words t) {
        CheckInPage page =
                pages.assemble(checkIns.show(id), url(id), sealed.findPeople(id), sealed.findOpenings(id), form, t);
        boolean isAlert = page.duress() || !page.steps().isEmpty();
        return PageView.of("safety/mission/watch", page)
                .addObject(
                        "incidents",
                        isAlert
                                ? incidents.stream()
                                        .flatMap(each -> each.show(id, t).stream())
                                        .toList()
                                : List.of())
                .addObject("invitations", LetterFormatter.summaryWithDay(checkIns.summarizeInvitations(id), t));
    }

    private static String url(MissionId id) {
        return MissionPage.url(id) + "/watch";
    }

    /** Opening a page changes nothing: a check-in is a deliberate act (R-SAFE-2). */
    @PostMapping("/watch/check-in")
    ModelAndView record(@PathVariable MissionId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    var traveller = answers.optionalId("traveller");
                    String word = answers.find(MissionForm.WORD);
                    return () -> checkIns.record(id, traveller == null ? null : new PersonId(traveller), word);
                },
                "mission.check-in.recorded");
    }

    @PostMapping("/watch/calls")
    ModelAndView call(@PathVariable MissionId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    int contact = answers.wholeNumber("contact", 0, 200);
                    boolean answered = answers.checkbox("answered");
                    String note = answers.find(MissionForm.NOTE);
                    return () -> checkIns.addCall(id, contact, answered, note);
                },
                "mission.call.noted");
    }

    @PostMapping("/watch/close-alert")
    ModelAndView closeAlert(@PathVariable MissionId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    String how = answers.get(MissionForm.CLOSING);
                    return () -> checkIns.closeDuress(id, how);
                },
                "mission.alert.closed");
    }

    @PostMapping("/watch/call-list")
    ModelAndView saveCallList(@PathVariable MissionId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    String lines = answers.get(MissionForm.CALL_LIST);
                    return () -> checkIns.saveCallList(id, lines);
                },
                "mission.saved");
    }

    @PostMapping("/watch/plan")
    ModelAndView plan(@PathVariable MissionId id) {
        checkIns.planAnew(id);
        return SeeOther.to(url(id)).withNotice("mission.planned");
    }

    /** @throws Refused while no mail server is set: the drill would alert nobody */
    @PostMapping("/watch/drill")
    ModelAndView drill(@PathVariable MissionId id) {
        if (!statuses.isMailSet()) {
            throw new Refused("mission.refused.drill");
        }
        checkIns.drill(id);
        return SeeOther.to(url(id)).withNotice("mission.drilled");
    }

    @GetMapping("/watch/invite")
    @Requires(MissionPermissions.READ)
    ModelAndView previewInvitations(@PathVariable MissionId id, Words t) {
        MailingPreview preview = checkIns.previewInvitations(id);
        return new MailingConfirmation(
                        t.say("mission.invite"),
                        t.say("mission.watch"),
                        url(id),
                        null,
                        preview,
                        url(id) + "/invite",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/watch/invite")
    @Requires(MissionPermissions.READ)
    ModelAndView invite(@PathVariable MissionId id) {
        return statuses.notePosted(SeeOther.to(url(id)), "mission.invited", checkIns.invite(id));
    }

    private ModelAndView submit(MissionId id, Form form, Words t, Function<FormValues, Runnable> read, String notice) {
        return form.submit(
                read,
                act -> {
                    act.run();
                    return SeeOther.to(url(id)).withNotice(notice);
                },
                () -> page(id, form, t));
    }

    /** The sheet that travels: stays, hours and numbers; nothing medical, nothing about the purpose (R-SEC-12). */
    @GetMapping("/sheet.pdf")
    void sheet(@PathVariable MissionId id, Words t, HttpServletResponse response) throws IOException {
        sheets.write(checkIns.show(id), t, response);
    }
}
