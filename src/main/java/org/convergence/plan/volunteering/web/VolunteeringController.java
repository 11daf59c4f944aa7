package org.convergence.plan.volunteering.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.volunteering.SignUpId;
import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.plan.volunteering.VolunteeringPermissions;
import org.convergence.plan.volunteering.domain.SignUpState;
import org.convergence.plan.volunteering.domain.VolunteeringQueries;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.SignUp;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.VolunteerTask;
import org.convergence.plan.volunteering.domain.VolunteeringService;
import org.convergence.plan.volunteering.domain.VolunteeringService.VolunteerTaskFacts;
import org.convergence.plan.volunteering.web.VolunteeringPage.SignUpPart;
import org.convergence.plan.volunteering.web.VolunteeringPage.VolunteeringFormPage;
import org.convergence.plan.volunteering.web.VolunteeringPage.VolunteeringListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Tasks offered by link, for the team: the list, the page of each with the people who took it, and its form. */
@Controller
@RequestMapping("/plan/volunteering")
@Requires(VolunteeringPermissions.OFFER)
record VolunteeringController(
        VolunteeringService service,
        VolunteeringQueries queries,
        VolunteeringForm forms,
        OrganisationSettings settings,
        BaseUrl baseUrl) {

    @GetMapping
    @Requires(VolunteeringPermissions.READ)
    ModelAndView list(Words t) {
        return PageView.of(
                "plan/volunteering/tasks",
                new VolunteeringListPage(
                        queries.findAll().stream()
                                .map(each -> VolunteeringFormatter.item(each, settings.today(), t))
                                .toList(),
                        CurrentActor.get().may(VolunteeringPermissions.OFFER)));
    }

    @GetMapping("/{id}")
    @Requires(VolunteeringPermissions.READ)
    ModelAndView show(@PathVariable VolunteerTaskId id, Words t) {
        return page(id, Form.blank(), null, null, t);
    }

    /** @param refused the form of the person whose hours were refused */
    private ModelAndView page(VolunteerTaskId id, Form note, @Nullable SignUpId of, @Nullable Form refused, Words t) {
        VolunteerTask it = queries.findById(id);
        boolean mayOffer = CurrentActor.get().may(VolunteeringPermissions.OFFER);
        List<SignUp> people =
                CurrentActor.get().may(VolunteeringPermissions.READ_SIGN_UPS) ? queries.findSignUps(id) : List.of();
        Map<UUID, LetterStatus> letters = people.isEmpty() ? Map.of() : queries.findLetters(people);
        List<SignUpPart> signUps = people.stream()
                .map(each -> part(
                        it,
                        each,
                        letters.get(each.id().value()),
                        mayOffer,
                        each.id().equals(of) ? refused : null,
                        t))
                .toList();
        return PageView.of(
                "plan/volunteering/task",
                new VolunteeringPage(
                        VolunteeringPage.url(id),
                        it.what(),
                        VolunteeringFormatter.lead(it, t),
                        it.detail(),
                        it.isOpen(settings.today()) ? baseUrl.value() + VolunteeringPage.PUBLIC + id.value() : null,
                        it.realisation() == null
                                ? null
                                : "/plan/realisation/" + it.realisation().value(),
                        signUps,
                        mayOffer && it.taken() < it.places() ? note : null,
                        mayOffer,
                        it.closedOn() != null));
    }

    private static SignUpPart part(
            VolunteerTask task,
            SignUp it,
            @Nullable LetterStatus letter,
            boolean mayOffer,
            @Nullable Form refused,
            Words t) {
        List<String> detail = new ArrayList<>(List.of(t.dateTime(it.takenAt())));
        if (it.hours() != null) {
            detail.add(t.hours(it.hours()));
        }
        Form form = refused != null
                ? refused
                : Form.named(it.id().value().toString()).with("hours", task.hours());
        return new SignUpPart(
                VolunteeringPage.url(task.id()) + "/sign-ups/" + it.id().value(),
                it.name() == null ? t.say("volunteering.erased") : it.name(),
                it.mail(),
                String.join(" · ", detail),
                it.state() == SignUpState.DONE ? Tone.OK : it.state() == SignUpState.TAKEN ? Tone.ACTIVE : Tone.REST,
                t.say("volunteering.state." + it.state()),
                letter,
                mayOffer && it.state() == SignUpState.TAKEN ? form : null,
                mayOffer && it.state() != SignUpState.TAKEN);
    }

    /** The form of a new task; a line of the plan, or an item of a checklist, fills in what it knows. */
    @GetMapping("/new")
    ModelAndView open(Form asked) {
        return formPage(
                null,
                Form.blank()
                        .with(VolunteeringForm.WHAT.name(), asked.value("what"))
                        .with(VolunteeringForm.DUE.name(), asked.value("dueOn"))
                        .with(VolunteeringForm.LINE, asked.value("line"))
                        .with(VolunteeringForm.PLACES.name(), 1)
                        .with(VolunteeringForm.RESPONSIBLE, CurrentActor.get().personId()));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                forms::read,
                facts -> SeeOther.to(VolunteeringPage.url(service.save(null, 0, facts)))
                        .withNotice("volunteering.offered"),
                () -> formPage(null, form));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable VolunteerTaskId id) {
        VolunteerTask it = queries.findById(id);
        return formPage(it, VolunteeringForm.open(it));
    }

    private record TaskCorrection(int version, VolunteerTaskFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable VolunteerTaskId id, Form form) {
        return form.submit(
                answers -> new TaskCorrection(answers.version(), forms.read(answers)),
                input -> SeeOther.to(VolunteeringPage.url(service.save(id, input.version(), input.facts())))
                        .withNotice("volunteering.saved"),
                () -> formPage(queries.findById(id), form));
    }

    private ModelAndView formPage(@Nullable VolunteerTask it, Form form) {
        String url = it == null ? VolunteeringPage.LIST : VolunteeringPage.url(it.id());
        return PageView.of(
                "plan/volunteering/task-form",
                new VolunteeringFormPage(
                        it == null ? "volunteering.new" : "volunteering.edit",
                        it == null ? null : it.what(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        forms.responsible(form),
                        forms.lines(form)));
    }

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable VolunteerTaskId id) {
        service.close(id, true);
        return SeeOther.to(VolunteeringPage.url(id))
                .withNotice("volunteering.closed")
                .withUndo(VolunteeringPage.url(id) + "/open");
    }

    @PostMapping("/{id}/open")
    ModelAndView openAgain(@PathVariable VolunteerTaskId id) {
        service.close(id, false);
        return SeeOther.to(VolunteeringPage.url(id)).withNotice("volunteering.opened");
    }

    @PostMapping("/{id}/sign-ups")
    ModelAndView note(@PathVariable VolunteerTaskId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(VolunteeringForm.TOLD),
                name -> service.note(id, name),
                SeeOther.to(VolunteeringPage.url(id)).withNotice("volunteering.saved"),
                () -> page(id, form, null, null, t));
    }

    @PostMapping("/{id}/sign-ups/{signUp}/complete")
    ModelAndView complete(@PathVariable VolunteerTaskId id, @PathVariable SignUpId signUp, Form form, Words t) {
        return form.submit(
                VolunteeringForm::readHours,
                hours -> {
                    service.complete(id, signUp, hours);
                    return changed(id, signUp, "volunteering.completed");
                },
                () -> page(id, Form.blank(), signUp, form, t));
    }

    @PostMapping("/{id}/sign-ups/{signUp}/release")
    ModelAndView release(@PathVariable VolunteerTaskId id, @PathVariable SignUpId signUp) {
        service.release(id, signUp);
        return changed(id, signUp, "volunteering.released");
    }

    private static ModelAndView changed(VolunteerTaskId id, SignUpId signUp, String notice) {
        return SeeOther.to(VolunteeringPage.url(id))
                .withNotice(notice)
                .withUndo(VolunteeringPage.url(id) + "/sign-ups/" + signUp.value() + "/reopen");
    }

    @PostMapping("/{id}/sign-ups/{signUp}/reopen")
    ModelAndView reopen(@PathVariable VolunteerTaskId id, @PathVariable SignUpId signUp, Words t) {
        service.reopen(id, signUp, t.say("volunteering.withdrawn"));
        return SeeOther.to(VolunteeringPage.url(id)).withNotice("volunteering.saved");
    }

    @Bean
    static MenuEntry volunteeringMenuEntry() {
        return MenuEntry.of("volunteering.menu", VolunteeringPage.LIST).requiring(VolunteeringPermissions.READ);
    }

    @Bean
    static SearchSource volunteeringSearch(VolunteeringQueries queries) {
        return new SearchSource(
                "volunteering.menu",
                44,
                VolunteeringPermissions.READ,
                "plan.volunteering_task",
                null,
                (query, limit, t) -> queries.search(query.replace("\0", ""), limit).stream()
                        .map(it -> new SearchHit(it.what(), t.date(it.dueOn()), VolunteeringPage.url(it.id())))
                        .toList());
    }
}
