package org.convergence.outreach.media.web;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaQueries;
import org.convergence.outreach.media.domain.MediaRequest;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestFacts;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestId;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestState;
import org.convergence.outreach.media.domain.MediaService;
import org.convergence.outreach.media.web.MediaPage.MediaFormPage;
import org.convergence.outreach.media.web.MediaPage.MediaRequestPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Requests of journalists: noted on the telephone, answered with a mandate, or declined with a reason. */
@Controller
@RequestMapping("/outreach/media/requests")
@Requires(MediaPermissions.EDIT)
record MediaRequestController(
        MediaQueries queries, MediaService service, MediaForm forms, OrganisationSettings settings) {

    private static final Set<String> STEPS = Set.of("edit", "answer", "decline");

    @GetMapping("/new")
    ModelAndView open() {
        return form(
                null,
                "request",
                Form.blank()
                        .with(MediaForm.DUE_ON.name(), settings.today())
                        .with(MediaForm.RESPONSIBLE, CurrentActor.get().personId()));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                forms::readRequest,
                (MediaRequestFacts facts) -> saved(service.saveRequest(null, 0, facts)),
                () -> form(null, "request", form));
    }

    private static SeeOther saved(MediaRequestId id) {
        return SeeOther.to(MediaPage.url(id)).withNotice("media.saved");
    }

    private ModelAndView form(@Nullable MediaRequest it, String step, Form form) {
        return PageView.of(
                "outreach/media/form",
                new MediaFormPage(
                        step.equals("edit") ? "request" : step,
                        it == null ? MediaPage.PATH + "/requests/new" : MediaPage.url(it.id()) + "/" + step,
                        it == null ? MediaPage.PATH : MediaPage.url(it.id()),
                        form,
                        Map.of(
                                MediaForm.PERSON,
                                forms.person(form, MediaForm.PERSON),
                                MediaForm.OUTLET,
                                forms.outlet(form),
                                MediaForm.RESPONSIBLE,
                                forms.person(form, MediaForm.RESPONSIBLE)),
                        Map.of()));
    }

    @GetMapping("/{id}")
    @Requires(MediaPermissions.READ)
    ModelAndView show(@PathVariable MediaRequestId id) {
        return PageView.of(
                "outreach/media/request",
                new MediaRequestPage(
                        MediaPage.url(id),
                        queries.findRequest(id),
                        queries.findPickups(id),
                        MediaController.mayEdit()));
    }

    private MediaRequest find(MediaRequestId id, String step) {
        if (!STEPS.contains(step)) {
            throw new NotFound("media-request");
        }
        return queries.findRequest(id);
    }

    @GetMapping("/{id}/{step}")
    ModelAndView open(@PathVariable MediaRequestId id, @PathVariable String step) {
        MediaRequest it = find(id, step);
        return form(it, step, forms.open(it));
    }

    @PostMapping("/{id}/{step}")
    ModelAndView take(@PathVariable MediaRequestId id, @PathVariable String step, Form form) {
        MediaRequest it = find(id, step);
        return form.submit(
                answers -> read(it, step, answers),
                act -> {
                    act.run();
                    SeeOther done = saved(id);
                    return step.equals("edit") ? done : done.withUndo(MediaPage.url(id) + "/acts/reopen");
                },
                () -> form(it, step, form));
    }

    /** Reads the form of a step; what it returns takes the step. */
    private Runnable read(MediaRequest it, String step, FormValues answers) {
        int version = answers.version();
        if (step.equals("edit")) {
            MediaRequestFacts facts = forms.readRequest(answers);
            return () -> service.saveRequest(it.id(), version, facts);
        }
        String outcome = answers.find(MediaForm.OUTCOME);
        MediaRequestState state = step.equals("answer") ? MediaRequestState.ANSWERED : MediaRequestState.DECLINED;
        return () -> service.endRequest(it.id(), version, state, outcome);
    }

    @PostMapping("/{id}/acts/reopen")
    ModelAndView reopen(@PathVariable MediaRequestId id) {
        service.reopenRequest(id);
        return saved(id);
    }

    /** Requests of journalists with the hour until which they wait: hours, not days. */
    @Bean
    static DueWorkSource mediaDueWork() {
        return DueWorkSource.of(
                MediaPermissions.READ, MediaPermissions.EDIT, """
                SELECT 'REQUEST' AS kind, r.id, r.id AS subject, r.due_on, 'SET' AS day_kind, r.responsible AS owner, 'OURS' AS place,
                       r.about AS title, r.due_at || ' ' || coalesce(o.name, '') AS detail
                FROM outreach.media_request r LEFT JOIN directory.people_organisation_name o ON o.id = r.outlet
                WHERE r.state = 'OPEN'
                """, MediaRequestController::describeDueWork);
    }

    private static DueWork describeDueWork(DueWorkRow row, Words t) {
        String detail = row.detail() == null ? "" : row.detail();
        String hour = detail.isEmpty() ? "" : detail.substring(0, detail.indexOf(' '));
        String outlet = detail.substring(hour.length()).strip();
        String at = TextParser.dateTime(row.dueOn() + "T" + hour)
                .map(LocalDateTime::toLocalTime)
                .map(t::time)
                .orElse(hour);
        return new DueWork(
                "outreach.media/" + row.id(),
                t.say("media.due", at, row.title()),
                MediaPage.url(new MediaRequestId(row.subject())),
                outlet.isEmpty() ? null : outlet);
    }
}
