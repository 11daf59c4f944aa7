package org.convergence.safety.incident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.IncidentDossier;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.convergence.safety.incident.domain.SafetyIncidentQueries;
import org.convergence.safety.incident.domain.SafetyIncidentQueries.MissionChoice;
import org.convergence.safety.incident.domain.SafetyIncidentService;
import org.convergence.safety.incident.domain.SafetyIncidentService.NoticeAct;
import org.convergence.safety.incident.web.SafetyIncidentPage.IncidentFormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An incident: noting it, following it up, closing it. */
@Controller
@RequestMapping("/safety/incident")
@Requires(IncidentPermissions.FOLLOW)
record SafetyIncidentController(
        SafetyIncidentService service,
        SafetyIncidentQueries queries,
        SafetyIncidentPageAssembler pages,
        SafetyIncidentForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    private static final int FOLLOW_UP_DAYS = 2;

    /** The form names the people who watch over the mission, or over the latest one. */
    @GetMapping("/new")
    @Requires(IncidentPermissions.NOTE)
    ModelAndView create(Form request, Words t) {
        String chosen = request.value(SafetyIncidentForm.MISSION);
        List<MissionChoice> missions = queries.findMissions(chosen);
        MissionChoice watched = missions.stream()
                .filter(each -> each.id().value().toString().equals(chosen))
                .findFirst()
                .orElse(missions.isEmpty() ? null : missions.get(0));
        return formPage(
                null,
                false,
                Form.blank()
                        .with(SafetyIncidentForm.HAPPENED_ON.name(), settings.today())
                        .with(SafetyIncidentForm.ZONE, settings.current().zone().getId())
                        .with(SafetyIncidentForm.MISSION, chosen)
                        .with(SafetyIncidentForm.LEAD, watched == null ? null : watched.lead())
                        .with(SafetyIncidentForm.PRESIDENT, watched == null ? null : watched.president()),
                t);
    }

    @PostMapping("/new")
    @Requires(IncidentPermissions.NOTE)
    ModelAndView add(Form form, Words t) {
        return add(form, false, t);
    }

    @GetMapping("/restricted")
    @Requires(IncidentPermissions.NOTE)
    ModelAndView createRestricted(Words t) {
        LocalDate today = settings.today();
        return formPage(
                null,
                true,
                Form.blank()
                        .with(SafetyIncidentForm.HAPPENED_ON.name(), today)
                        .with(SafetyIncidentForm.FOLLOW_UP_ON.name(), today.plusDays(FOLLOW_UP_DAYS)),
                t);
    }

    @PostMapping("/restricted")
    @Requires(IncidentPermissions.NOTE)
    ModelAndView addRestricted(Form form, Words t) {
        return add(form, true, t);
    }

    private record NoteInput(
            SafetyIncidentFacts facts,
            Set<PersonId> readers,
            @Nullable String place,
            String told) {}

    private ModelAndView add(Form form, boolean restricted, Words t) {
        return form.submit(
                answers -> new NoteInput(
                        forms.read(answers, restricted),
                        forms.readReaders(answers),
                        restricted ? null : answers.find(SafetyIncidentForm.PLACE),
                        restricted ? forms.readWishes(answers, t) : forms.readTold(answers, SafetyIncidentForm.TOLD)),
                input -> SeeOther.to(SafetyIncidentPage.url(
                                service.note(input.facts(), input.readers(), input.place(), input.told())))
                        .withNotice("incident.noted"),
                () -> formPage(null, restricted, form, t));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable SafetyIncidentId id, Words t) {
        return page(id, null, null, null, null, t);
    }

    private ModelAndView page(
            SafetyIncidentId id,
            @Nullable Form entry,
            @Nullable Form notice,
            @Nullable Form register,
            @Nullable Form close,
            Words t) {
        return PageView.of("safety/incident/incident", pages.assemble(id, entry, notice, register, close, t));
    }

    /** The lessons alone, for the people who apply them. */
    @GetMapping("/{id}/lessons")
    @Requires(IncidentPermissions.NOTE)
    ModelAndView showLessons(@PathVariable SafetyIncidentId id, Words t) {
        return PageView.of("safety/incident/lessons", pages.assembleLessons(id, t));
    }

    @PostMapping("/{id}/entries")
    ModelAndView tell(@PathVariable SafetyIncidentId id, Form form, Words t) {
        return act(
                id,
                form,
                answers -> {
                    IncidentMoment moment = answers.get(SafetyIncidentForm.MOMENT);
                    String place = answers.find(SafetyIncidentForm.PLACE);
                    String text = forms.readTold(answers, SafetyIncidentForm.TOLD);
                    return () -> service.addEntry(id, moment, place, text);
                },
                "incident.told",
                () -> page(id, form, null, null, null, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SafetyIncidentId id, Words t) {
        IncidentDossier dossier = queries.findDossier(id);
        return formPage(id, dossier.incident().facts().isRestricted(), SafetyIncidentForm.fill(dossier), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SafetyIncidentId id, Form form, Words t) {
        boolean restricted = service.findById(id).facts().isRestricted();
        return act(
                id,
                form,
                answers -> {
                    int version = answers.version();
                    SafetyIncidentFacts facts = forms.read(answers, restricted);
                    Set<PersonId> readers = forms.readReaders(answers);
                    return () -> service.update(id, version, facts, readers);
                },
                "incident.saved",
                () -> formPage(id, restricted, form, t));
    }

    @PostMapping("/{id}/notices")
    ModelAndView addNotice(@PathVariable SafetyIncidentId id, Form form, Words t) {
        return act(
                id,
                form,
                answers -> {
                    IncidentNoticeKind kind = answers.get(SafetyIncidentForm.NOTICE);
                    LocalDate dueOn = answers.get(SafetyIncidentForm.DUE_ON);
                    return () -> service.addNotice(id, kind, dueOn);
                },
                "incident.saved",
                () -> page(id, null, form, null, null, t));
    }

    @PostMapping("/{id}/notices/{kind}/{act}")
    ModelAndView changeNotice(
            @PathVariable SafetyIncidentId id, @PathVariable IncidentNoticeKind kind, @PathVariable NoticeAct act) {
        service.change(id, kind, act);
        String url = SafetyIncidentPage.url(id);
        SeeOther answer = SeeOther.to(url).withNotice("incident.notice.done." + act);
        return act == NoticeAct.GIVE ? answer.withUndo(url + "/notices/" + kind + "/" + NoticeAct.TAKE_BACK) : answer;
    }

    @PostMapping("/{id}/register")
    ModelAndView register(@PathVariable SafetyIncidentId id, Form form, Words t) {
        return act(
                id,
                form,
                answers -> {
                    UUID entry = answers.id("entry");
                    return () -> service.register(id, entry);
                },
                "incident.saved",
                () -> page(id, null, null, form, null, t));
    }

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable SafetyIncidentId id, Form form, Words t) {
        return form.submit(
                FormValues::version,
                version -> {
                    service.close(id, version);
                    String url = SafetyIncidentPage.url(id);
                    return SeeOther.to(url).withNotice("incident.closed").withUndo(url + "/reopen");
                },
                () -> page(id, null, null, null, form, t));
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable SafetyIncidentId id) {
        service.reopen(id);
        return SeeOther.to(SafetyIncidentPage.url(id)).withNotice("incident.reopened");
    }

    private static ModelAndView act(
            SafetyIncidentId id,
            Form form,
            Function<FormValues, Runnable> read,
            String notice,
            Supplier<ModelAndView> again) {
        return form.submit(
                read,
                act -> {
                    act.run();
                    return SeeOther.to(SafetyIncidentPage.url(id)).withNotice(notice);
                },
                again);
    }

    private ModelAndView formPage(@Nullable SafetyIncidentId id, boolean restricted, Form form, Words t) {
        String url = id == null ? SafetyIncidentPage.LIST : SafetyIncidentPage.url(id);
        List<MissionChoice> missions = restricted || !CurrentActor.get().may(IncidentPermissions.NOTE)
                ? List.of()
                : queries.findMissions(form.value(SafetyIncidentForm.MISSION));
        Stream<String> zones = Stream.concat(
                Stream.of(settings.current().zone().getId(), form.value(SafetyIncidentForm.ZONE)),
                missions.stream().flatMap(each -> each.zones().stream()));
        return PageView.of(
                "safety/incident/form",
                new IncidentFormPage(
                        id == null,
                        restricted,
                        id != null ? url + "/edit" : url + (restricted ? "/restricted" : "/new"),
                        url,
                        form,
                        zones.filter(each -> !each.isBlank())
                                .distinct()
                                .map(each -> new Option(
                                        each,
                                        TimeZones.find(each)
                                                .map(zone -> TimeZones.city(zone, t.language()))
                                                .orElse(each)))
                                .toList(),
                        missions.stream()
                                .map(each -> Option.of(each.id(), each.title()))
                                .toList(),
                        chooser.persons(form, SafetyIncidentForm.LEAD, 1, List.of()),
                        chooser.persons(form, SafetyIncidentForm.PRESIDENT, 1, List.of()),
                        chooser.persons(
                                form, SafetyIncidentForm.READERS, SafetyIncidentService.MOST_READERS, List.of())));
    }
}
