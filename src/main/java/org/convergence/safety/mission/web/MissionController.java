package org.convergence.safety.mission.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.CheckInService;
import org.convergence.safety.mission.domain.Mission;
import org.convergence.safety.mission.domain.MissionPolicy;
import org.convergence.safety.mission.domain.MissionService;
import org.convergence.safety.mission.web.MissionPage.MissionConfirmPage;
import org.convergence.safety.mission.web.MissionPage.MissionFormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One mission: preparing it, its page, its approval, its return. */
@Controller
@RequestMapping("/safety/mission")
@Requires(MissionPermissions.PREPARE)
record MissionController(
        MissionService service,
        CheckInService checkIns,
        MissionPageAssembler pages,
        MissionForm forms,
        PartyChooser chooser,
        PlanLineOptions lines,
        OrganisationSettings settings) {

    /** @param chosen the countries chosen already, whose zones are asked */
    @GetMapping("/new")
    ModelAndView open(Form chosen, Words t) {
        Form form = Form.blank().with(MissionForm.RISK.name(), MissionRisk.MODERATE);
        for (int leg = 1; leg <= MissionPolicy.MOST_LEGS; leg++) {
            form.with(MissionForm.leg(leg, "country"), chosen.value(MissionForm.leg(leg, "country")));
        }
        return formPage(null, form, t);
    }

    @PostMapping("/new")
    ModelAndView create(Form form, Words t) {
        return form.submit(
                forms::read,
                facts -> {
                    List<String> proposed = MissionForm.findProposedCities(form);
                    SeeOther next = SeeOther.to(MissionPage.url(service.create(facts)));
                    return proposed.isEmpty()
                            ? next.withNotice("mission.created")
                            : next.withWarning("mission.created.zone", t.list(proposed));
                },
                () -> formPage(null, form, t));
    }

    /** All of a mission for those who read missions; its days, places and approval for the others named on it. */
    @GetMapping("/{id}")
    @Requires(MissionPermissions.WATCH)
    ModelAndView show(@PathVariable MissionId id, Words t) {
        return CurrentActor.get().may(MissionPermissions.READ)
                ? page(id, null, null, t)
                : PageView.of("safety/mission/named", pages.assembleNamed(checkIns.show(id), t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable MissionId id, Words t) {
        return formPage(
                id, MissionForm.fill(service.findFacts(id), service.findById(id).version()), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable MissionId id, Form form, Words t) {
        return form.submit(
                answers -> Map.entry(answers.version(), forms.read(answers)),
                input -> {
                    service.update(id, input.getKey(), input.getValue());
                    return SeeOther.to(MissionPage.url(id)).withNotice("mission.saved");
                },
                () -> formPage(id, form, t));
    }

    private ModelAndView formPage(@Nullable MissionId id, Form form, Words t) {
        String url = id == null ? MissionPage.LIST : MissionPage.url(id);
        return PageView.of(
                "safety/mission/mission-form",
                new MissionFormPage(
                        id == null ? "mission.new" : "mission.edit",
                        url + (id == null ? "/new" : "/edit"),
                        url,
                        form,
                        MissionForm.zones(form, t),
                        Country.findAll(t).stream()
                                .map(each -> new Option(each.code(), each.name(t)))
                                .toList(),
                        lines.find(form, MissionForm.LINE),
                        chooser.persons(form, MissionForm.TRAVELLERS, MissionPolicy.MOST_TRAVELLERS, List.of()),
                        chooser.persons(form, MissionForm.LEAD, 1, List.of()),
                        chooser.persons(form, MissionForm.PRESIDENT, 1, List.of())));
    }

    private ModelAndView page(MissionId id, @Nullable Form approve, @Nullable Form end, Words t) {
        return PageView.of("safety/mission/mission", pages.assemble(id, approve, end, t));
    }

    @PostMapping("/{id}/approve")
    @Requires(MissionPermissions.APPROVE)
    ModelAndView approve(@PathVariable MissionId id, Form form, Words t) {
        return submit(
                id,
                form,
                answers -> {
                    int version = answers.version();
                    String resolution = answers.find(MissionForm.RESOLUTION);
                    return () -> service.approve(id, version, resolution);
                },
                settings.today().isAfter(service.findById(id).startsOn())
                        ? "mission.approved.late"
                        : "mission.approved",
                () -> page(id, form, null, t));
    }

    @PostMapping("/{id}/withdraw")
    @Requires(MissionPermissions.APPROVE)
    ModelAndView withdraw(@PathVariable MissionId id, Form form, Words t) {
        Mission mission = service.findById(id);
        if (!settings.today().isBefore(mission.startsOn()) && !form.filled("confirmed")) {
            return confirm(
                    mission,
                    "withdraw",
                    t.say("mission.withdraw"),
                    List.of(t.say("mission.withdraw.goes"), t.say("mission.withdraw.untold")),
                    List.of(t.say("mission.withdraw.stays")),
                    Map.of("confirmed", "true"),
                    Form.blank(),
                    t);
        }
        service.withdrawApproval(id, mission.version());
        return SeeOther.to(MissionPage.url(id)).withNotice("mission.withdrawn");
    }

    /** A return before the planned end destroys what a mission under way needs: a page says so first. */
    @PostMapping("/{id}/return")
    ModelAndView end(@PathVariable MissionId id, Form form, Words t) {
        Mission mission = service.findById(id);
        if (settings.today().isBefore(mission.endsOn()) && !form.filled("confirmed")) {
            return form.submit(
                    answers -> Map.of(
                            "version",
                            String.valueOf(answers.version()),
                            MissionForm.RETURNED_ON.name(),
                            answers.get(MissionForm.RETURNED_ON).toString(),
                            MissionForm.REPORT.name(),
                            answers.get(MissionForm.REPORT),
                            "confirmed",
                            "true"),
                    carried -> confirm(
                            mission,
                            "return",
                            t.say("mission.return.save"),
                            List.of(
                                    t.say("mission.return.early", mission.endsOn()),
                                    t.say("mission.cancel.goes.sealed"),
                                    t.say("mission.cancel.goes.check-ins")),
                            List.of(),
                            carried,
                            Form.blank(),
                            t),
                    () -> page(id, null, form, t));
        }
        return submit(
                id,
                form,
                answers -> {
                    int version = answers.version();
                    LocalDate day = answers.get(MissionForm.RETURNED_ON);
                    String report = answers.get(MissionForm.REPORT);
                    return () -> service.recordReturn(id, version, day, report);
                },
                "mission.returned",
                () -> page(id, null, form, t));
    }

    /** Cancelling destroys the sealed data: its page says so first. */
    @GetMapping("/{id}/cancel")
    ModelAndView askToCancel(@PathVariable MissionId id, Words t) {
        return cancelPage(id, Form.blank(), t);
    }

    private ModelAndView cancelPage(MissionId id, Form form, Words t) {
        return confirm(
                service.findById(id),
                "cancel",
                t.say("mission.cancel"),
                List.of(t.say("mission.cancel.goes.sealed"), t.say("mission.cancel.goes.check-ins")),
                List.of(t.say("mission.cancel.stays")),
                Map.of(),
                form,
                t);
    }

    private static ModelAndView confirm(
            Mission mission,
            String action,
            String gesture,
            List<String> goes,
            List<String> stays,
            Map<String, String> carried,
            Form form,
            Words t) {
        return PageView.of(
                "safety/mission/confirm",
                new MissionConfirmPage(
                        t.say("mission." + action + ".of", mission.title()),
                        MissionPage.url(mission.typedId()),
                        action,
                        gesture,
                        goes,
                        stays,
                        carried,
                        form));
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable MissionId id, Form form, Words t) {
        return submit(
                id,
                form,
                answers -> () -> service.cancel(id, service.findById(id).version()),
                "mission.cancelled",
                () -> cancelPage(id, form, t));
    }

    private static ModelAndView submit(
            MissionId id, Form form, Function<FormValues, Runnable> read, String notice, Supplier<ModelAndView> again) {
        return form.submit(
                read,
                act -> {
                    act.run();
                    return SeeOther.to(MissionPage.url(id)).withNotice(notice);
                },
                again);
    }
}
