package org.convergence.safety.mission.web;

import jakarta.servlet.http.HttpServletResponse;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.domain.CheckInService;
import org.convergence.safety.mission.domain.CheckInService.CheckInView;
import org.convergence.safety.mission.domain.SealedDataService;
import org.convergence.safety.mission.domain.SealedDataService.SealedData;
import org.convergence.safety.mission.web.CheckInPage.SealedDataPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Sealed data of a traveller: it is entered blind, and opened with a reason. */
@Controller
@RequestMapping("/safety/mission/{id}/sealed/{person}")
@Requires(MissionPermissions.WATCH)
record SealedDataController(CheckInService checkIns, SealedDataService sealed) {

    private record SealedInput(SealedData data, @Nullable String word) {}

    @GetMapping
    ModelAndView show(@PathVariable MissionId id, @PathVariable PersonId person) {
        return page(id, person, Form.blank(), Form.named("open"), null);
    }

    @PostMapping
    ModelAndView seal(@PathVariable MissionId id, @PathVariable PersonId person, Form form) {
        return form.submit(
                SealedDataController::read,
                input -> {
                    sealed.seal(id, person, input.data(), input.word());
                    return SeeOther.to(MissionPage.url(id) + "/watch").withNotice("mission.sealed");
                },
                () -> page(id, person, form, Form.named("open"), null));
    }

    private static SealedInput read(FormValues answers) {
        return new SealedInput(
                new SealedData(
                        answers.textOrEmpty(MissionForm.MEDICAL),
                        answers.textOrEmpty(MissionForm.EMERGENCY),
                        answers.textOrEmpty(MissionForm.PROOF)),
                answers.find(MissionForm.DURESS_WORD));
    }

    /** Shown once, in the answer: going back or reloading asks for the reason again. */
    @PostMapping("/open")
    ModelAndView open(
            @PathVariable MissionId id, @PathVariable PersonId person, Form form, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return form.submit(
                answers -> answers.get(MissionForm.REASON),
                reason -> page(id, person, Form.blank(), Form.named("open"), sealed.open(id, person, reason)),
                () -> page(id, person, Form.blank(), form, null));
    }

    private ModelAndView page(MissionId id, PersonId person, Form form, Form open, @Nullable SealedData data) {
        CheckInView view = checkIns.show(id);
        String name = view.travellers().stream()
                .filter(each -> each.id().equals(person) && (view.isWatcher() || person.equals(view.me())))
                .findFirst()
                .map(PersonName::name)
                .orElseThrow(() -> new NotFound("traveller"));
        return PageView.of(
                "safety/mission/sealed",
                new SealedDataPage(
                        MissionPage.url(id) + "/watch",
                        MissionPage.url(id) + "/sealed/" + person.value(),
                        name,
                        view.isWatcher() && sealed.findPeople(id).contains(person),
                        form,
                        open,
                        data == null ? null : data.medical(),
                        data == null ? null : data.emergency(),
                        data == null ? null : data.proofOfLife()));
    }
}
